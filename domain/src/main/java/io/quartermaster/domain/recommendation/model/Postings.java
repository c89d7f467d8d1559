package io.quartermaster.domain.recommendation.model;

/**
 * Where each item stands.
 *
 * @param users of each item, ascending, once for each of its events
 * @param positions in that user's history
 */
record Postings(int[][] users, int[][] positions) {

    static Postings of(Histories histories) {
        int[] counts = new int[histories.items()];
        for (int user = 0; user < histories.users(); user++) {
            for (int item : histories.of(user).items()) {
                counts[item]++;
            }
        }
        Postings postings = new Postings(new int[counts.length][], new int[counts.length][]);
        for (int item = 0; item < counts.length; item++) {
            postings.users[item] = new int[counts[item]];
            postings.positions[item] = new int[counts[item]];
            counts[item] = 0;
        }
        for (int user = 0; user < histories.users(); user++) {
            int[] items = histories.of(user).items();
            for (int position = 0; position < items.length; position++) {
                int item = items[position];
                postings.users[item][counts[item]] = user;
                postings.positions[item][counts[item]++] = position;
            }
        }
        return postings;
    }
}

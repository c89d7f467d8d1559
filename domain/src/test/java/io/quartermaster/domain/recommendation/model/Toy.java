package io.quartermaster.domain.recommendation.model;

/** Ann bought a, then b; Bob a, b, c; Cid c, d. Users and items are numbered by name. */
final class Toy {

    static final int ANN = 0;
    static final int BOB = 1;
    static final int CID = 2;
    static final int A = 0;
    static final int B = 1;
    static final int C = 2;
    static final int D = 3;

    private Toy() {}

    static Histories histories() {
        return of("Ann a", "Ann b", "Bob a", "Bob b", "Bob c", "Cid c", "Cid d");
    }

    /** Events "user item" or "user item value", in the order of time. */
    static Histories of(String... events) {
        HistoriesBuilder builder = new HistoriesBuilder();
        for (String event : events) {
            String[] words = event.split(" ", -1);
            float value = words.length > 2 ? Float.parseFloat(words[2]) : 1;
            builder.add(words[0], words[1], value, builder.size());
        }
        return builder.build(true);
    }

    static double[] scores(ItemScorer scorer, Histories histories, int user) {
        double[] scores = new double[histories.items()];
        scorer.of(histories.of(user)).add(1, scores);
        return scores;
    }
}

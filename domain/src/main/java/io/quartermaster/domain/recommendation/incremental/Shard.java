package io.quartermaster.domain.recommendation.incremental;

/**
 * One of several parts of an item-to-item table, which together have every item once.
 *
 * @param number 0 to count - 1
 * @param count of all parts, 1 or more
 */
public record Shard(int number, int count) {

    /** All items. */
    public static final Shard WHOLE = new Shard(0, 1);

    public Shard {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException(
                    "The shard (%d) must be one of 0 to %d.".formatted(number, count - 1));
        }
    }

    /** Whether an item is of this part; by the hash of its name, which Java defines. */
    public boolean owns(String item) {
        return Math.floorMod(spread(item.hashCode()), count) == number;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}

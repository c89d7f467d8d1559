package io.quartermaster.domain.recommendation;

/**
 * One part of a score. Parts are whole millionths, so that they sum to the score exactly.
 *
 * @param kind what it stands for
 * @param source the item, customer or brand that it comes through, how many others, or empty
 * @param millionths what it adds, below 0 for what it takes off
 */
public record ScorePart(PartKind kind, String source, long millionths) {

    private static final double MILLION = 1e6;

    static ScorePart of(PartKind kind, String source, double amount) {
        return new ScorePart(kind, source, Math.round(amount * MILLION));
    }

    /** What it adds, as a number. */
    public double amount() {
        return millionths / MILLION;
    }
}

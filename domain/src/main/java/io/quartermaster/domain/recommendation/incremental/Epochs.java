package io.quartermaster.domain.recommendation.incremental;

import java.time.Duration;

/**
 * Time in whole half-lives: what lies an epoch back counts half. Steps instead of a slope keep
 * every factor a power of two, so that sums stay exact ({@link io.quartermaster.domain
 * .recommendation.TimeDecay} is the slope). Counted from 1970; with a half-life of zero there is
 * one epoch and nothing ages.
 *
 * @param halfLife zero or longer
 */
public record Epochs(Duration halfLife) {

    /** Nothing ages. */
    public static final Epochs NONE = new Epochs(Duration.ZERO);

    public Epochs {
        if (halfLife.isNegative()) {
            throw new IllegalArgumentException(
                    "The half-life (%s) must be zero (nothing ages) or longer."
                            .formatted(halfLife));
        }
    }

    /** The epoch of a time. */
    public long of(long millis) {
        return halfLife.isZero() ? 0 : Math.floorDiv(millis, halfLife.toMillis());
    }

    /** What a strength of one epoch is in another: strength * 2^(from - to), exactly. */
    public static double aged(double strength, long from, long to) {
        return Math.scalb(strength, (int) Math.max(-EXPONENTS, Math.min(EXPONENTS, from - to)));
    }

    private static final long EXPONENTS = 2_000;
}

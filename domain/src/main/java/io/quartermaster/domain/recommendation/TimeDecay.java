package io.quartermaster.domain.recommendation;

import java.time.Duration;

/**
 * What an event still counts after a time: 2^(-age / half-life).
 *
 * <p>Sums that are kept up event by event need not age each day: {@link #forward} grows with the
 * event's time instead, 2^((time - landmark) / half-life), and since every weighting but BM25 and
 * TF-IDF divides sums by sums of the same degree, the landmark drops out; for these two {@link #at}
 * brings a sum to a time. Source: Cormode, Shkapenyuk, Srivastava and Xu 2009 (forward decay).
 *
 * @param halfLife after it an event counts half; zero: nothing ages
 */
public record TimeDecay(Duration halfLife) {

    /** Nothing ages. */
    public static final TimeDecay NONE = new TimeDecay(Duration.ZERO);

    public TimeDecay {
        if (halfLife.isNegative()) {
            throw new IllegalArgumentException(
                    "The half-life (%s) must be zero (nothing ages) or longer."
                            .formatted(halfLife));
        }
    }

    /** What an event counts, 0 to 1; one that lies ahead counts 1. */
    public double of(long ageMillis) {
        return power(-Math.max(0, ageMillis));
    }

    /** What an event of this time adds to a sum that starts at a landmark. */
    public double forward(long timeMillis, long landmarkMillis) {
        return power(timeMillis - landmarkMillis);
    }

    /**
     * A sum of {@link #forward} as it counts at a time; of products of two events, with degree 2.
     */
    public double at(long timeMillis, long landmarkMillis, double sum, int degree) {
        return sum * StrictMath.pow(power(landmarkMillis - timeMillis), degree);
    }

    private double power(long millis) {
        return halfLife.isZero() ? 1 : StrictMath.pow(2, (double) millis / halfLife.toMillis());
    }
}

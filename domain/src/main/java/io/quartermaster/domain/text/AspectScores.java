package io.quartermaster.domain.text;

import java.util.Map;
import java.util.Optional;

/**
 * How a customer feels about each aspect, -1 to 1; not a number where the words do not speak of it.
 *
 * @param quality of the item
 * @param price what was paid for it
 * @param delivery how and when it came
 * @param service of shop and seller
 */
public record AspectScores(double quality, double price, double delivery, double service) {

    /** Of words that speak of none. */
    public static final AspectScores NONE =
            new AspectScores(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** From the aspects spoken of. */
    public static AspectScores of(Map<Aspect, Double> scores) {
        return new AspectScores(
                scores.getOrDefault(Aspect.QUALITY, Double.NaN),
                scores.getOrDefault(Aspect.PRICE, Double.NaN),
                scores.getOrDefault(Aspect.DELIVERY, Double.NaN),
                scores.getOrDefault(Aspect.SERVICE, Double.NaN));
    }

    /** Of one aspect. */
    public double of(Aspect aspect) {
        return switch (aspect) {
            case QUALITY -> quality;
            case PRICE -> price;
            case DELIVERY -> delivery;
            case SERVICE -> service;
        };
    }

    /**
     * The aspect with the lowest score, the first of equal ones, if that is no higher than this.
     */
    public Optional<Aspect> worst(double most) {
        Aspect worst = null;
        for (Aspect aspect : Aspect.values()) {
            boolean low = of(aspect) <= most;
            worst = low && (worst == null || of(aspect) < of(worst)) ? aspect : worst;
        }
        return Optional.ofNullable(worst);
    }
}

package io.quartermaster.domain.demand;

/**
 * What an item is wanted at a place without showings, promotions and changes of price: its level,
 * and the price that is usual.
 *
 * <pre>
 * level ← level + w (wanted / factor - level),  w = max(1/28, 1 / (n + 1))
 * </pre>
 *
 * @param days that it rests on
 * @param level units a day, 0 or more
 * @param usualPrice 0 where none is known
 * @param promotion share of the last day with sales, for a day without
 */
public record BaseLevel(int days, double level, double usualPrice, double promotion) {

    /** Nothing is known. */
    public static final BaseLevel NOTHING = new BaseLevel(0, 0, 0, 0);

    private static final double SLOWEST = 1 / 28.0;
    private static final double SHOWN_TRUST = 0.2;
    private static final int FEWEST_DAYS = 14;
    private static final double DISPERSION = 0.4;

    /** Covariates of its next day. */
    public double[] covariates(DemandWindow window) {
        return DemandEffects.covariates(
                window.shown(), promotionOn(window), window.price(), usualPrice);
    }

    private double promotionOn(DemandWindow window) {
        return window.units() > 0 ? window.promotion() : promotion;
    }

    /** What the effects learn of its next day; nothing while its own level is hardly known. */
    public DemandEffects teach(DemandEffects effects, DemandWindow window) {
        boolean isClear = window.campaign().isEmpty() && !window.stockedOut();
        if (days < FEWEST_DAYS || level <= 0 || !isClear) {
            return effects;
        }
        double steps = Math.min(days, 2 / SLOWEST);
        double variance = (1 / level + DISPERSION) / steps;
        return effects.update(level, variance, covariates(window), window.wantedUnits());
    }

    /** After one more day. */
    public BaseLevel with(DemandEffects effects, DemandWindow window) {
        double trust = window.shown() > 0 ? SHOWN_TRUST : 1;
        double weight = trust * Math.max(SLOWEST, 1.0 / (days + 1));
        double wanted = window.campaign().isEmpty() ? window.wantedUnits() : window.baseUnits();
        double base = wanted / effects.factor(covariates(window));
        double price =
                window.price() <= 0
                        ? usualPrice
                        : usualPrice <= 0
                                ? window.price()
                                : usualPrice + SLOWEST * (window.price() - usualPrice);
        return new BaseLevel(days + 1, level + weight * (base - level), price, promotionOn(window));
    }
}

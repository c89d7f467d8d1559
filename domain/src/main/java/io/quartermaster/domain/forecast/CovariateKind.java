package io.quartermaster.domain.forecast;

/** How a covariate that is known ahead acts on demand. */
public enum CovariateKind {
    /** The item's own price: demand goes with a power of it. */
    PRICE(true, 2),
    /** Price of another item, of which most say nothing: held back more. */
    OTHER_PRICE(true, 60),
    /** A promotion, a feature, a holiday: each unit multiplies demand. */
    EVENT(false, 2);

    private final boolean logarithmic;
    private final double penalty;

    CovariateKind(boolean logarithmic, double penalty) {
        this.logarithmic = logarithmic;
        this.penalty = penalty;
    }

    /** By the name of a column: {@code price}, others that start with it, anything else. */
    public static CovariateKind of(String column) {
        if (column.equals("price")) {
            return PRICE;
        }
        return column.startsWith("price") ? OTHER_PRICE : EVENT;
    }

    /** The number that acts linearly on the logarithm of demand; NaN where it is not known. */
    double transformed(double value) {
        if (!logarithmic) {
            return value;
        }
        return value > 0 ? Math.log(value) : Double.NaN;
    }

    /** Weight of a squared effect, in observations, where the covariate has variance 1. */
    double penalty() {
        return penalty;
    }
}

package io.quartermaster.domain.replenishment.policy;

import io.quartermaster.domain.forecast.StandardNormal;

/**
 * Normally distributed demand.
 *
 * @param mean units
 * @param deviation standard deviation in units, above 0
 */
public record NormalDemand(double mean, double deviation) implements Demand {

    public NormalDemand {
        Terms.finite("mean of demand", mean);
        Terms.positive(
                "standard deviation of demand",
                deviation,
                "demand is certain: then wagner-whitin or eoq is the policy to ask for");
    }

    /** The sum of so many independent periods; fractions are allowed. */
    public NormalDemand over(double periods) {
        return new NormalDemand(mean * periods, deviation * Math.sqrt(periods));
    }

    /**
     * Demand of a lead time that is itself random and independent of demand: variance {@code L
     * sigma^2 + mu^2 s^2}, with L and s the mean and deviation of the lead time (Hadley and Whitin
     * 1963). Normal is then an approximation.
     *
     * @param meanPeriods mean of the lead time in periods, above 0
     * @param deviationPeriods its standard deviation in periods, 0 or more
     */
    public NormalDemand overRandom(double meanPeriods, double deviationPeriods) {
        Terms.positive("lead time", meanPeriods, "add the review period to it");
        Terms.amount("standard deviation of the lead time", deviationPeriods);
        double spread = mean * deviationPeriods;
        return new NormalDemand(
                mean * meanPeriods,
                Math.sqrt(meanPeriods * deviation * deviation + spread * spread));
    }

    @Override
    public double cumulative(double units) {
        return StandardNormal.cumulative((units - mean) / deviation);
    }

    @Override
    public double quantile(double level) {
        return mean + deviation * StandardNormal.quantile(level);
    }

    @Override
    public double expectedAbove(double units) {
        return deviation * StandardNormal.loss((units - mean) / deviation);
    }

    /** {@code E[((D - units)+)^2] / 2}, whose derivative is minus {@link #expectedAbove}. */
    double secondAbove(double units) {
        return deviation * deviation * StandardNormal.secondLoss((units - mean) / deviation);
    }
}

package io.quartermaster.domain.satisfaction;

/**
 * What a {@link BetaPrior} of each of p rates needs to know of its entities, kept entity by entity
 * so that they can be added and taken back.
 *
 * @param entities with trials, by rate
 * @param events sum of x_i
 * @param trials sum of n_i
 * @param trialSquares sum of n_i^2
 * @param eventSquares sum of x_i^2 / n_i
 */
public record PriorMoments(
        double[] entities,
        double[] events,
        double[] trials,
        double[] trialSquares,
        double[] eventSquares) {

    /** No entity yet. */
    public static PriorMoments of(int rates) {
        return new PriorMoments(
                new double[rates],
                new double[rates],
                new double[rates],
                new double[rates],
                new double[rates]);
    }

    /** With one entity more; rates of which it has no trials are passed over. */
    public PriorMoments plus(double[] itsEvents, double[] itsTrials) {
        return moved(itsEvents, itsTrials, 1);
    }

    /** With one entity less, which must have been added. */
    public PriorMoments minus(double[] itsEvents, double[] itsTrials) {
        return moved(itsEvents, itsTrials, -1);
    }

    private PriorMoments moved(double[] itsEvents, double[] itsTrials, int sign) {
        PriorMoments next =
                new PriorMoments(
                        entities.clone(),
                        events.clone(),
                        trials.clone(),
                        trialSquares.clone(),
                        eventSquares.clone());
        for (int i = 0; i < entities.length; i++) {
            if (itsTrials[i] > 0) {
                next.move(i, itsEvents[i], itsTrials[i], sign);
            }
        }
        return next;
    }

    private void move(int i, double x, double n, int sign) {
        entities[i] += sign;
        // With nobody left, rounding is not left either.
        double keep = entities[i] == 0 ? 0 : 1;
        events[i] = keep * (events[i] + sign * x);
        trials[i] = keep * (trials[i] + sign * n);
        trialSquares[i] = keep * (trialSquares[i] + sign * n * n);
        eventSquares[i] = keep * (eventSquares[i] + sign * x * x / n);
    }

    /** The prior of one rate. */
    public BetaPrior prior(int rate) {
        return BetaPrior.of(
                entities[rate], events[rate], trials[rate], trialSquares[rate], eventSquares[rate]);
    }

    /** The priors of all rates. */
    public BetaPrior[] priors() {
        BetaPrior[] priors = new BetaPrior[entities.length];
        for (int i = 0; i < priors.length; i++) {
            priors[i] = prior(i);
        }
        return priors;
    }
}

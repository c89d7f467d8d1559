package io.quartermaster.domain.satisfaction.action;

/**
 * Bad events among trials.
 *
 * @param events 0 or more; need not be whole
 * @param trials 0 or more
 */
public record Counts(double events, double trials) {

    static final Counts NONE = new Counts(0, 0);

    /** Events over trials, NaN without trials. */
    public double rate() {
        return events / trials;
    }

    Counts plus(Counts other) {
        return new Counts(events + other.events, trials + other.trials);
    }

    Counts minus(Counts other) {
        return new Counts(events - other.events, trials - other.trials);
    }
}

package io.quartermaster.pipelines.forecast;

/**
 * How far the tuner has come.
 *
 * @param lessons windows learnt from so far
 * @param heldOut windows held out so far
 * @param since windows of both kinds since the last round
 * @param rounds trained
 */
public record TunerCounts(long lessons, long heldOut, long since, long rounds) {

    static TunerCounts start() {
        return new TunerCounts(0, 0, 0, 0);
    }

    TunerCounts lesson() {
        return new TunerCounts(lessons + 1, heldOut, since + 1, rounds);
    }

    TunerCounts withHeldOut() {
        return new TunerCounts(lessons, heldOut + 1, since + 1, rounds);
    }

    TunerCounts round() {
        return new TunerCounts(lessons, heldOut, 0, rounds + 1);
    }
}

package io.quartermaster.domain.forecast;

/**
 * Training windows, in time order of their ends.
 *
 * @param histories [windows][encoderSteps][inputs], scaled
 * @param known [windows][horizon * knownInputs]
 * @param targets [windows][horizon], scaled
 * @param endDays epoch day of each window's last known day, ascending; validation is cut by it
 */
public record SequenceTrainingSet(
        float[][][] histories, float[][] known, float[][] targets, long[] endDays) {}

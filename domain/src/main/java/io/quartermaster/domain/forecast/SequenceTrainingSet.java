package io.quartermaster.domain.forecast;

/**
 * Training windows, in time order of their ends.
 *
 * @param histories [windows][steps][inputs], scaled; of 1 to encoderSteps steps each
 * @param known [windows][horizon * knownInputs + staticInputs]
 * @param targets [windows][horizon], scaled
 * @param endDays epoch day of each window's last known day, ascending; validation is cut by it
 */
public record SequenceTrainingSet(
        float[][][] histories, float[][] known, float[][] targets, long[] endDays) {}

package io.quartermaster.domain.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well a classifier does on texts whose labels are known.
 *
 * @param texts how many
 * @param accuracy share of them whose label was found
 * @param macroF1 mean over the labels of {@code 2 hits / (texts of it + answers of it)}
 * @param calibrationError mean distance between confidence and accuracy over ten bins of confidence
 *     (expected calibration error, Naeini et al. 2015)
 * @param confused every pair of labels that were mixed up, the worst first
 */
public record ClassifierEvaluation(
        int texts,
        double accuracy,
        double macroF1,
        double calibrationError,
        List<ConfusedPair> confused) {

    private static final int BINS = 10;

    public ClassifierEvaluation {
        confused = List.copyOf(confused);
    }

    /**
     * Compares answers with the truth.
     *
     * @param actual labels as people said them
     * @param answers one per label; a text that was not judged counts as wrong
     */
    public static ClassifierEvaluation of(List<String> actual, List<Classification> answers) {
        Map<String, int[]> byLabel = new TreeMap<>();
        Map<String, Map<String, Integer>> mixed = new TreeMap<>();
        int hits = 0;
        for (int i = 0; i < actual.size(); i++) {
            String truth = actual.get(i);
            String answer = answers.get(i).label();
            count(byLabel, truth)[0]++;
            count(byLabel, answer)[1]++;
            if (truth.equals(answer)) {
                count(byLabel, truth)[2]++;
                hits++;
            } else {
                mixed.computeIfAbsent(truth, none -> new TreeMap<>())
                        .merge(answer, 1, Integer::sum);
            }
        }
        byLabel.remove("");
        double f1 =
                byLabel.values().stream()
                        .mapToDouble(counts -> 2.0 * counts[2] / (counts[0] + counts[1]))
                        .average()
                        .orElse(0);
        return new ClassifierEvaluation(
                actual.size(),
                (double) hits / actual.size(),
                f1,
                calibrationError(actual, answers),
                pairs(mixed));
    }

    /** Texts of a label, answers of it, hits. */
    private static int[] count(Map<String, int[]> byLabel, String label) {
        return byLabel.computeIfAbsent(label, none -> new int[3]);
    }

    private static double calibrationError(List<String> actual, List<Classification> answers) {
        double[] sure = new double[BINS];
        double[] right = new double[BINS];
        for (int i = 0; i < actual.size(); i++) {
            double confidence = answers.get(i).confidence();
            int bin = Math.min(BINS - 1, (int) (confidence * BINS));
            sure[bin] += confidence;
            right[bin] += actual.get(i).equals(answers.get(i).label()) ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sure[bin] - right[bin]);
        }
        return error / actual.size();
    }

    private static List<ConfusedPair> pairs(Map<String, Map<String, Integer>> mixed) {
        List<ConfusedPair> pairs = new ArrayList<>();
        mixed.forEach(
                (actual, answers) ->
                        answers.forEach(
                                (answer, texts) ->
                                        pairs.add(new ConfusedPair(actual, answer, texts))));
        pairs.sort(Comparator.comparingInt(ConfusedPair::texts).reversed());
        return pairs;
    }
}

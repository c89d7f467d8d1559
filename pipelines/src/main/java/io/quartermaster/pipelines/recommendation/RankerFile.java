package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.RankerTrainingSet;
import io.quartermaster.pipelines.event.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what a ranker learns from: one line for each candidate shown, in the order of time. */
public final class RankerFile {

    private RankerFile() {}

    /**
     * Reads a file.
     *
     * @param label column of what came of the candidate
     * @param features columns of numbers
     * @throws IllegalArgumentException when a column is not there, is named twice or is the label,
     *     or a line does not fit
     */
    public static RankerTrainingSet read(Path file, String label, List<String> features)
            throws IOException {
        check(label, features);
        List<String> columns = new ArrayList<>(features);
        columns.add(label);
        List<float[]> rows = new ArrayList<>();
        List<Float> labels = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file, columns.toArray(String[]::new))) {
            while (table.next()) {
                float[] row = new float[features.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) table.number(features.get(i));
                }
                rows.add(row);
                labels.add((float) table.number(label));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file (%s) has a header but no lines.\nMaybe what writes it was not finished."
                            .formatted(file));
        }
        float[] numbers = new float[labels.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = labels.get(i);
        }
        return new RankerTrainingSet(features, rows.toArray(float[][]::new), numbers);
    }

    private static void check(String label, List<String> features) {
        if (features.contains(label)) {
            throw new IllegalArgumentException(
                    "The label (%s) is among the features: the answer would be given with the question.\nMaybe leave it out of --features."
                            .formatted(label));
        }
        for (String feature : features) {
            if (features.indexOf(feature) != features.lastIndexOf(feature)) {
                throw new IllegalArgumentException(
                        "The feature (%s) is named twice.\nMaybe name it once in --features."
                                .formatted(feature));
            }
        }
    }
}

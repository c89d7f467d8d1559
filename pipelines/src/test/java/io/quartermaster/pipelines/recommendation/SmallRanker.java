package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.engine.FirstEngine;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.domain.recommendation.RankerLoss;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.RankerTrainingSet;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** A small ranker for which the first feature speaks, and the second against. */
final class SmallRanker {

    private SmallRanker() {}

    static void train(Path folder, RankerLoss loss, List<String> features) {
        SplittableRandom random = new SplittableRandom(6);
        float[][] rows = new float[400][features.size()];
        float[] labels = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < features.size(); i++) {
                rows[row][i] = (float) random.nextDouble();
            }
            labels[row] = random.nextDouble() < rows[row][0] * (1 - rows[row][1]) ? 1 : 0;
        }
        RankerOptions options = new RankerOptions(List.of(8), loss, "adam", 0.01, 5, 0, 40, 0.2, 1);
        FirstEngine.of(RankerEngine.class, SmallRanker.class.getClassLoader(), "rankers")
                .train(new RankerTrainingSet(features, rows, labels), options, folder, none -> {});
    }
}

package io.quartermaster.engines.tensorflow;

import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.ZooModel;
import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.RankerLoss;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;

/** A ranker's SavedModel, loaded by DJL. */
final class TensorflowRanker implements Ranker {

    private final RankerFolder.Metadata metadata;
    private final ZooModel<NDList, NDList> model;
    private final SignatureCall score;

    TensorflowRanker(Path folder) {
        this.metadata = RankerFolder.read(folder);
        this.model = SavedModels.open(folder, RankerGraph.SCORE);
        this.score = new SignatureCall(SavedModels.bundle(model), RankerGraph.SCORE);
    }

    @Override
    public List<String> features() {
        return metadata.features();
    }

    @Override
    public boolean givesChances() {
        return metadata.loss().equals(RankerLoss.LOGISTIC.label());
    }

    @Override
    public String version() {
        return metadata.version();
    }

    @Override
    public float[] score(float[][] candidates) {
        float[] scores = new float[candidates.length];
        if (scores.length == 0) {
            return scores;
        }
        int width = features().size();
        FloatBuffer input = score.input("features", candidates.length, width);
        for (float[] row : candidates) {
            if (row.length != width) {
                throw new IllegalArgumentException(
                        "The candidate has %d features, the ranker takes %d: %s."
                                .formatted(row.length, width, String.join(", ", features())));
            }
            input.put(row);
        }
        try (SignatureCall.Outputs outputs = score.run()) {
            outputs.floats("score").get(scores);
        }
        return scores;
    }

    @Override
    public void close() {
        score.close();
        model.close();
    }
}

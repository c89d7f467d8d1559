package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.recommendation.RankerLoss;
import io.quartermaster.domain.recommendation.RankerOptions;
import io.quartermaster.domain.recommendation.RankerTrainingSet;
import io.quartermaster.domain.text.LogisticCurve;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * Trains a ranker on the first rows and validates it on the last ones, by squared error. The same
 * data, options and machine type give the same weights.
 */
final class RankerTrainer {

    /** The logistic curve itself. */
    private static final LogisticCurve PLAIN = new LogisticCurve(1, 0);

    /**
     * What came out.
     *
     * @param best weights of the best epoch, and the losses of all
     * @param curve by which scores of logistic loss become chances
     */
    record Trained(Epochs.Best best, LogisticCurve curve) {}

    private final RankerTrainingSet data;
    private final RankerOptions options;
    private final int trainingRows;
    private final Standardisation inputs;
    private final Standardisation label;

    RankerTrainer(RankerTrainingSet data, RankerOptions options) {
        this.data = data;
        this.options = options;
        this.trainingRows = data.rows() - (int) Math.round(data.rows() * options.validation());
        if (trainingRows < 1) {
            throw new IllegalArgumentException(
                    "No row is left to train on: of %d rows, %.0f %% are held out.\nMaybe more rows, or a smaller --validation."
                            .formatted(data.rows(), options.validation() * 100));
        }
        this.inputs = Standardisation.of(data.features(), trainingRows);
        float[][] labels = new float[data.rows()][];
        Arrays.setAll(labels, row -> new float[] {data.labels()[row]});
        checkLabels();
        this.label = Standardisation.of(labels, trainingRows);
    }

    private void checkLabels() {
        for (int row = 0; row < data.rows(); row++) {
            float value = data.labels()[row];
            if (options.loss() == RankerLoss.LOGISTIC && value != 0 && value != 1) {
                throw new IllegalArgumentException(
                        "The label (%s) of row %d must be 0 or 1 for logistic loss.\nMaybe --profile basic, which learns any number."
                                .formatted(value, row + 1));
            }
        }
    }

    /** The model as a graph, without weights. */
    RankerGraph graph(Graph graph) {
        return new RankerGraph(graph, options.hidden(), options.loss(), inputs, label);
    }

    int trainingRows() {
        return trainingRows;
    }

    Standardisation inputs() {
        return inputs;
    }

    Standardisation label() {
        return label;
    }

    /** Squared error of the training rows' mean on the rows held out. */
    double meansError() {
        double mean = label.means()[0];
        return IntStream.range(trainingRows, data.rows())
                .mapToDouble(row -> (data.labels()[row] - mean) * (data.labels()[row] - mean))
                .average()
                .orElse(Double.NaN);
    }

    Trained train(Consumer<EpochLoss> progress) {
        try (Graph graph = new Graph();
                Session session = new Session(graph, TensorflowLibrary.session())) {
            RankerGraph model = graph(graph);
            RankerGraph.Training training =
                    new RankerGraph.Training(graph, model, options.optimizer());
            model.weights()
                    .assign(
                            session,
                            new Weights(Weights.glorot(model.weights().slots(), options.seed())));
            training.optimiser.start(session);
            Pass pass = new Pass(session, model, training);
            Epochs.Best best =
                    Epochs.run(
                            options.epochs(),
                            options.patience(),
                            trainingRows,
                            options.seed(),
                            pass,
                            progress);
            model.weights().assign(session, best.weights());
            return new Trained(best, pass.curve());
        }
    }

    private final class Pass implements Epochs.Pass {

        private final Session session;
        private final RankerGraph model;
        private final RankerGraph.Training training;

        Pass(Session session, RankerGraph model, RankerGraph.Training training) {
            this.session = session;
            this.model = model;
            this.training = training;
        }

        @Override
        public double train(int epoch, int[] order) {
            int size = options.batchSize();
            long step = (long) (epoch - 1) * ((order.length + size - 1) / size);
            double sum = 0;
            for (int from = 0; from < order.length; from += size) {
                int[] rows = Arrays.copyOfRange(order, from, Math.min(from + size, order.length));
                try (TFloat32 features = features(rows);
                        TFloat32 labels = labels(rows)) {
                    Session.Runner runner = fed(features, labels).addTarget(training.step);
                    sum +=
                            rows.length
                                    * training.optimiser.run(
                                            step++, options.learningRate(), runner);
                }
            }
            return sum / order.length;
        }

        @Override
        public double validate() {
            int[] rows = IntStream.range(trainingRows, data.rows()).toArray();
            if (rows.length == 0) {
                return Double.NaN;
            }
            try (TFloat32 features = features(rows);
                    TFloat32 labels = labels(rows);
                    var result = fed(features, labels).run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }

        /** Fitted to the rows held out; plain where there are none. */
        private LogisticCurve curve() {
            int held = data.rows() - trainingRows;
            if (options.loss() != RankerLoss.LOGISTIC || held == 0) {
                return PLAIN;
            }
            double[] scores = new double[held];
            boolean[] came = new boolean[held];
            try (TFloat32 features =
                            features(IntStream.range(trainingRows, data.rows()).toArray());
                    var result =
                            session.runner()
                                    .feed(model.features, features)
                                    .fetch(model.raw)
                                    .run()) {
                TFloat32 raw = (TFloat32) result.get(0);
                for (int i = 0; i < held; i++) {
                    scores[i] = raw.getFloat(i, 0);
                    came[i] = data.labels()[trainingRows + i] == 1;
                }
            }
            return LogisticCurve.fit(scores, came);
        }

        @Override
        public Weights weights() {
            return model.weights().read(session);
        }

        private Session.Runner fed(TFloat32 features, TFloat32 labels) {
            return session.runner()
                    .feed(model.features, features)
                    .feed(training.labels, labels)
                    .fetch(training.loss);
        }

        private TFloat32 features(int[] rows) {
            int width = data.names().size();
            float[] values = new float[rows.length * width];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(data.features()[rows[i]], 0, values, i * width, width);
            }
            return Tensors.of(values, rows.length, width);
        }

        private TFloat32 labels(int[] rows) {
            float[] values = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                values[i] = data.labels()[rows[i]];
            }
            return Tensors.of(values, rows.length, 1);
        }
    }
}

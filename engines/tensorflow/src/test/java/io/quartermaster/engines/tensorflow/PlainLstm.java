package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import java.util.ArrayList;
import java.util.List;

/** The same model written out in plain doubles, one series at a time: the truth of the tests. */
final class PlainLstm {

    private final SequenceModelOptions options;
    private final List<double[]> weights = new ArrayList<>();

    PlainLstm(SequenceModelOptions options, Weights from) {
        this.options = options;
        int slots = LstmWeights.slots(options).size();
        for (int slot = 0; slot < slots; slot++) {
            float[] value = from.value(slot);
            double[] copy = new double[value.length];
            for (int i = 0; i < value.length; i++) {
                copy[i] = value[i];
            }
            weights.add(copy);
        }
    }

    double[] weights(int slot) {
        return weights.get(slot);
    }

    double[] encode(float[][] steps) {
        double[] state = new double[2 * options.hidden()];
        for (float[] step : steps) {
            state = advance(step, state);
        }
        return state;
    }

    double[] advance(float[] input, double[] state) {
        int hidden = options.hidden();
        double[] next = new double[2 * hidden];
        for (int unit = 0; unit < hidden; unit++) {
            double i = sigmoid(gate(input, state, unit));
            double f = sigmoid(gate(input, state, hidden + unit));
            double g = Math.tanh(gate(input, state, 2 * hidden + unit));
            double o = sigmoid(gate(input, state, 3 * hidden + unit));
            double c = f * state[hidden + unit] + i * g;
            next[hidden + unit] = c;
            next[unit] = o * Math.tanh(c);
        }
        return next;
    }

    private double gate(float[] input, double[] state, int column) {
        int columns = 4 * options.hidden();
        double sum = weights.get(1)[column];
        for (int row = 0; row < options.inputs(); row++) {
            sum += input[row] * weights.get(0)[row * columns + column];
        }
        for (int row = 0; row < options.hidden(); row++) {
            sum += state[row] * weights.get(0)[(options.inputs() + row) * columns + column];
        }
        return sum;
    }

    /** [horizon][heads], before quantiles are put in order. */
    private double[][] heads(double[] state, float[] known) {
        int width = LstmWeights.DECODER_WIDTH;
        int heads = LstmWeights.heads(options);
        double[][] out = new double[options.horizon()][heads];
        for (int s = 0; s < options.horizon(); s++) {
            double[] z = new double[width];
            for (int w = 0; w < width; w++) {
                double sum = weights.get(4)[w];
                for (int h = 0; h < options.hidden(); h++) {
                    sum += state[h] * weights.get(2)[(h * options.horizon() + s) * width + w];
                }
                for (int k = 0; k < options.knownInputs(); k++) {
                    sum += known[s * options.knownInputs() + k] * weights.get(3)[k * width + w];
                }
                z[w] = Math.max(0, sum);
            }
            for (int head = 0; head < heads; head++) {
                double sum = weights.get(7)[head];
                for (int w = 0; w < width; w++) {
                    sum += z[w] * weights.get(5)[w * heads + head];
                }
                for (int h = 0; h < options.hidden(); h++) {
                    sum += state[h] * weights.get(6)[(h * options.horizon() + s) * heads + head];
                }
                out[s][head] = sum;
            }
        }
        return out;
    }

    double[] decode(double[] state, float[] known) {
        int quantiles = options.quantiles().length;
        double[] forecast = new double[options.horizon() * (1 + quantiles)];
        double[][] heads = heads(state, known);
        for (int s = 0; s < options.horizon(); s++) {
            int at = s * (1 + quantiles);
            forecast[at] = isCount() ? softplus(heads[s][0]) : heads[s][0];
            for (int q = 0; q < quantiles; q++) {
                double raw = heads[s][1 + q];
                forecast[at + 1 + q] = q == 0 ? raw : forecast[at + q] + softplus(raw);
            }
        }
        return forecast;
    }

    /** Squared error of the mean plus pinball loss of each quantile, averaged over steps. */
    double pinballLoss(float[][] history, float[] known, float[] targets) {
        double[] forecast = decode(encode(history), known);
        int quantiles = options.quantiles().length;
        double sum = 0;
        for (int s = 0; s < options.horizon(); s++) {
            int at = s * (1 + quantiles);
            sum += (targets[s] - forecast[at]) * (targets[s] - forecast[at]);
            for (int q = 0; q < quantiles; q++) {
                double error = targets[s] - forecast[at + 1 + q];
                double level = options.quantiles()[q];
                sum += Math.max(level * error, (level - 1) * error);
            }
        }
        return sum / options.horizon();
    }

    private boolean isCount() {
        return options.loss().equals("negative-binomial");
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }
}

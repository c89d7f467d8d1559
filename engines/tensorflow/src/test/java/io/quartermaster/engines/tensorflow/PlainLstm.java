package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same model written out in plain doubles, one series at a time, the truth of the tests. It
 * knows nothing of padding: a short history is just short.
 */
final class PlainLstm {

    private static final int WIDTH = LstmWeights.DECODER_WIDTH;

    /** What one layer computed at one step, kept for the way back. */
    record Cell(double[] x, double[] hBefore, double[] cBefore, double[][] gates, double[] c) {}

    private final SequenceModelOptions options;
    private final SequenceShape shape;
    private final Map<String, double[]> weights = new LinkedHashMap<>();

    PlainLstm(SequenceModelOptions options, Weights from) {
        this.options = options;
        this.shape = options.shape();
        List<Weights.Slot> slots = LstmWeights.slots(options);
        for (int slot = 0; slot < slots.size(); slot++) {
            float[] value = from.value(slot);
            double[] copy = new double[value.length];
            for (int i = 0; i < value.length; i++) {
                copy[i] = value[i];
            }
            weights.put(slots.get(slot).name(), copy);
        }
    }

    double[] weights(String name) {
        return weights.get(name);
    }

    double[] encode(float[][] steps) {
        double[] state = new double[shape.stateSize()];
        for (float[] step : steps) {
            state = advance(step, state);
        }
        return state;
    }

    double[] advance(float[] input, double[] state) {
        return advance(input, state, new ArrayList<>());
    }

    double[] advance(float[] input, double[] state, List<Cell> trace) {
        int hidden = shape.hidden();
        double[] next = new double[state.length];
        double[] x = new double[input.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = input[i];
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            int at = 2 * layer * hidden;
            Cell cell = cell(layer, x, part(state, at), part(state, at + hidden));
            trace.add(cell);
            double[] said = new double[hidden];
            for (int unit = 0; unit < hidden; unit++) {
                next[at + unit] = cell.gates()[3][unit] * Math.tanh(cell.c()[unit]);
                next[at + hidden + unit] = cell.c()[unit];
                said[unit] = next[at + unit] + (layer == 0 ? 0 : x[unit]);
            }
            x = said;
        }
        return next;
    }

    private double[] part(double[] state, int from) {
        return Arrays.copyOfRange(state, from, from + shape.hidden());
    }

    private Cell cell(int layer, double[] x, double[] h, double[] c) {
        int hidden = shape.hidden();
        double[][] gates = new double[4][hidden];
        double[] next = new double[hidden];
        for (int unit = 0; unit < hidden; unit++) {
            for (int gate = 0; gate < 4; gate++) {
                double sum = sum(layer, x, h, gate * hidden + unit);
                gates[gate][unit] = gate == 2 ? Math.tanh(sum) : sigmoid(sum);
            }
            next[unit] = gates[1][unit] * c[unit] + gates[0][unit] * gates[2][unit];
        }
        return new Cell(x, h, c, gates, next);
    }

    private double sum(int layer, double[] x, double[] h, int column) {
        int columns = 4 * shape.hidden();
        double[] matrix = weights(LstmWeights.gates(layer));
        double sum = weights(LstmWeights.gateBias(layer))[column];
        for (int row = 0; row < x.length; row++) {
            sum += x[row] * matrix[row * columns + column];
        }
        for (int row = 0; row < h.length; row++) {
            sum += h[row] * matrix[(x.length + row) * columns + column];
        }
        return sum;
    }

    /** What the top layer says of a state. */
    double[] said(double[] state) {
        double[] said = new double[shape.hidden()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (int unit = 0; unit < said.length; unit++) {
                said[unit] += state[2 * layer * shape.hidden() + unit];
            }
        }
        return said;
    }

    /** The hidden layer of a step of the horizon, before max(0, z). */
    double[] hidden(double[] said, float[] known, int step) {
        int bias = shape.knownInputs() * WIDTH;
        double[] z = Arrays.copyOfRange(weights(LstmWeights.KNOWN), bias, bias + WIDTH);
        for (int w = 0; w < WIDTH; w++) {
            for (int h = 0; h < said.length; h++) {
                z[w] +=
                        said[h]
                                * weights(LstmWeights.CONTEXT)[
                                        (h * shape.horizon() + step) * WIDTH + w];
            }
            for (int k = 0; k < shape.knownInputs(); k++) {
                z[w] +=
                        known[step * shape.knownInputs() + k]
                                * weights(LstmWeights.KNOWN)[k * WIDTH + w];
            }
            int from = shape.horizon() * shape.knownInputs();
            for (int k = 0; k < shape.staticInputs(); k++) {
                int at = ((said.length + k) * shape.horizon() + step) * WIDTH + w;
                z[w] += known[from + k] * weights(LstmWeights.CONTEXT)[at];
            }
        }
        return z;
    }

    /** [horizon][heads], before quantiles are put in order. */
    double[][] heads(double[] said, float[] known) {
        int heads = LstmWeights.heads(options);
        double[][] out = new double[shape.horizon()][heads];
        for (int s = 0; s < shape.horizon(); s++) {
            double[] z = shape.isDeep() ? hidden(said, known, s) : new double[0];
            for (int head = 0; head < heads; head++) {
                double sum = shape.isDeep() ? 0 : weights(LstmWeights.LAST)[head];
                for (int w = 0; w < z.length; w++) {
                    sum += Math.max(0, z[w]) * weights(LstmWeights.OUTPUT)[w * heads + head];
                }
                for (int h = 0; h < said.length; h++) {
                    sum +=
                            said[h]
                                    * weights(LstmWeights.DIRECT)[
                                            (h * shape.horizon() + s) * heads + head];
                }
                out[s][head] = sum;
            }
        }
        return out;
    }

    double[] decode(double[] state, float[] known) {
        return forecast(heads(said(state), known));
    }

    double[] forecast(double[][] heads) {
        int quantiles = options.quantiles().length;
        double[] forecast = new double[shape.horizon() * (1 + quantiles)];
        for (int s = 0; s < shape.horizon(); s++) {
            int at = s * (1 + quantiles);
            forecast[at] = LstmWeights.isCount(options) ? softplus(heads[s][0]) : heads[s][0];
            for (int q = 0; q < quantiles; q++) {
                double raw = heads[s][1 + q];
                forecast[at + 1 + q] = q == 0 ? raw : forecast[at + q] + softplus(raw);
            }
        }
        return forecast;
    }

    /**
     * What training makes small: the mean's loss, averaged over steps, and the quantiles' pinball
     * loss.
     */
    double loss(float[][] history, float[] known, float[] targets) {
        double[][] heads = heads(said(encode(history)), known);
        return meanLoss(heads, targets) + pinball(heads, targets);
    }

    /** The part of the mean alone. */
    double meanLoss(float[][] history, float[] known, float[] targets) {
        return meanLoss(heads(said(encode(history)), known), targets);
    }

    private double meanLoss(double[][] heads, float[] targets) {
        double sum = 0;
        for (int s = 0; s < targets.length; s++) {
            double off = targets[s] - heads[s][0];
            sum += LstmWeights.isCount(options) ? count(heads[s], targets[s]) : off * off;
        }
        return sum / targets.length;
    }

    /** Negative log-likelihood of a negative binomial. */
    private static double count(double[] heads, double y) {
        double mean = softplus(heads[0]) + 1e-3;
        double a = softplus(heads[heads.length - 1]) + 1e-3;
        double r = 1 / a;
        return logGamma(y + 1)
                + logGamma(r)
                - logGamma(y + r)
                + (y + r) * Math.log1p(a * mean)
                - y * Math.log(a * mean);
    }

    private double pinball(double[][] heads, float[] targets) {
        double[] forecast = forecast(heads);
        int quantiles = options.quantiles().length;
        double sum = 0;
        for (int s = 0; s < targets.length; s++) {
            for (int q = 0; q < quantiles; q++) {
                double error = targets[s] - forecast[s * (1 + quantiles) + 1 + q];
                double level = options.quantiles()[q];
                sum += Math.max(level * error, (level - 1) * error);
            }
        }
        return sum / targets.length;
    }

    /** Derivatives of the squared error and pinball loss, by weights. */
    Map<String, double[]> gradients(float[][] history, float[] known, float[] targets) {
        return new PlainLstmGradients(this).of(history, known, targets);
    }

    SequenceModelOptions options() {
        return options;
    }

    Map<String, double[]> weights() {
        return weights;
    }

    /** That a served row is the plain one to single precision. */
    static void assertClose(float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-5));
        }
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    /** Stirling's series after shifting the argument above 10: exact to 1e-12. */
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 10) {
            shift -= Math.log(z);
            z++;
        }
        double square = z * z;
        return shift
                + (z - 0.5) * Math.log(z)
                - z
                + 0.5 * Math.log(2 * Math.PI)
                + 1 / (12 * z)
                - 1 / (360 * z * square)
                + 1 / (1260 * z * square * square)
                - 1 / (1680 * z * square * square * square);
    }
}

package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SequenceShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same model written out in plain doubles, one series at a time, with its derivatives by hand:
 * the truth of the tests. It knows nothing of padding: a short history is just short.
 */
final class PlainLstm {

    private static final int WIDTH = LstmWeights.DECODER_WIDTH;

    /** What one layer computed at one step, kept for the way back. */
    private record Cell(
            double[] x, double[] hBefore, double[] cBefore, double[][] gates, double[] c) {}

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

    private double[] advance(float[] input, double[] state, List<Cell> trace) {
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
    private double[] said(double[] state) {
        double[] said = new double[shape.hidden()];
        for (int layer = 0; layer < shape.layers(); layer++) {
            for (int unit = 0; unit < said.length; unit++) {
                said[unit] += state[2 * layer * shape.hidden() + unit];
            }
        }
        return said;
    }

    /** The hidden layer of a step of the horizon, before max(0, z). */
    private double[] hidden(double[] said, float[] known, int step) {
        double[] z = weights(LstmWeights.BIAS).clone();
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
                z[w] += known[from + k] * weights(LstmWeights.STATIC)[k * WIDTH + w];
            }
        }
        return z;
    }

    /** [horizon][heads], before quantiles are put in order. */
    private double[][] heads(double[] said, float[] known) {
        int heads = LstmWeights.heads(options);
        double[][] out = new double[shape.horizon()][heads];
        for (int s = 0; s < shape.horizon(); s++) {
            double[] z = shape.isDeep() ? hidden(said, known, s) : new double[0];
            for (int head = 0; head < heads; head++) {
                double sum = weights(LstmWeights.LAST)[head];
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

    private double[] forecast(double[][] heads) {
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

    /** Derivatives of the squared error and pinball loss, all of which move the encoder. */
    Map<String, double[]> gradients(float[][] history, float[] known, float[] targets) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        weights.forEach((name, values) -> gradients.put(name, new double[values.length]));
        List<Cell> trace = new ArrayList<>();
        double[] state = new double[shape.stateSize()];
        for (float[] step : history) {
            state = advance(step, state, trace);
        }
        double[] said = said(state);
        double[][] byHead = byHead(heads(said, known), targets);
        throughTime(trace, throughDecoder(said, known, byHead, gradients), gradients);
        return gradients;
    }

    private double[][] byHead(double[][] heads, float[] targets) {
        double[] forecast = forecast(heads);
        int quantiles = options.quantiles().length;
        double[][] byHead = new double[heads.length][heads[0].length];
        for (int s = 0; s < heads.length; s++) {
            byHead[s][0] = 2 * (heads[s][0] - targets[s]) / heads.length;
            double above = 0;
            for (int q = quantiles - 1; q >= 0; q--) {
                double level = options.quantiles()[q];
                double error = targets[s] - forecast[s * (1 + quantiles) + 1 + q];
                above += (error > 0 ? -level : 1 - level) / heads.length;
                byHead[s][1 + q] = q == 0 ? above : above * sigmoid(heads[s][1 + q]);
            }
        }
        return byHead;
    }

    /** Adds the decoder's gradients and gives that of what the encoder said. */
    private double[] throughDecoder(
            double[] said, float[] known, double[][] byHead, Map<String, double[]> gradients) {
        int heads = byHead[0].length;
        double[] bySaid = new double[said.length];
        for (int s = 0; s < byHead.length; s++) {
            double[] z = shape.isDeep() ? hidden(said, known, s) : new double[0];
            double[] byHidden = new double[z.length];
            for (int head = 0; head < heads; head++) {
                double by = byHead[s][head];
                gradients.get(LstmWeights.LAST)[head] += by;
                for (int w = 0; w < z.length; w++) {
                    gradients.get(LstmWeights.OUTPUT)[w * heads + head] += by * Math.max(0, z[w]);
                    byHidden[w] +=
                            z[w] > 0 ? by * weights(LstmWeights.OUTPUT)[w * heads + head] : 0;
                }
                for (int h = 0; h < said.length; h++) {
                    int at = (h * shape.horizon() + s) * heads + head;
                    gradients.get(LstmWeights.DIRECT)[at] += by * said[h];
                    bySaid[h] += by * weights(LstmWeights.DIRECT)[at];
                }
            }
            throughHidden(said, known, s, byHidden, bySaid, gradients);
        }
        return bySaid;
    }

    private void throughHidden(
            double[] said,
            float[] known,
            int step,
            double[] byHidden,
            double[] bySaid,
            Map<String, double[]> gradients) {
        int statics = shape.horizon() * shape.knownInputs();
        for (int w = 0; w < byHidden.length; w++) {
            gradients.get(LstmWeights.BIAS)[w] += byHidden[w];
            for (int h = 0; h < said.length; h++) {
                int at = (h * shape.horizon() + step) * WIDTH + w;
                gradients.get(LstmWeights.CONTEXT)[at] += byHidden[w] * said[h];
                bySaid[h] += byHidden[w] * weights(LstmWeights.CONTEXT)[at];
            }
            for (int k = 0; k < shape.knownInputs(); k++) {
                gradients.get(LstmWeights.KNOWN)[k * WIDTH + w] +=
                        byHidden[w] * known[step * shape.knownInputs() + k];
            }
            for (int k = 0; k < shape.staticInputs(); k++) {
                gradients.get(LstmWeights.STATIC)[k * WIDTH + w] +=
                        byHidden[w] * known[statics + k];
            }
        }
    }

    private void throughTime(List<Cell> trace, double[] byLast, Map<String, double[]> gradients) {
        int layers = shape.layers();
        int hidden = shape.hidden();
        double[][] byH = new double[layers][hidden];
        double[][] byC = new double[layers][hidden];
        for (int step = trace.size() / layers - 1; step >= 0; step--) {
            double[] bySaid =
                    step == trace.size() / layers - 1 ? byLast.clone() : new double[hidden];
            for (int layer = layers - 1; layer >= 0; layer--) {
                double[] by = byH[layer].clone();
                for (int unit = 0; unit < hidden; unit++) {
                    by[unit] += bySaid[unit];
                }
                Cell cell = trace.get(step * layers + layer);
                double[] byX = back(layer, cell, by, byH[layer], byC[layer], gradients);
                if (layer > 0) {
                    for (int unit = 0; unit < hidden; unit++) {
                        bySaid[unit] += byX[unit];
                    }
                }
            }
        }
    }

    /** One step back in one layer: changes byH and byC to those of the step before, gives byX. */
    private double[] back(
            int layer,
            Cell cell,
            double[] by,
            double[] byH,
            double[] byC,
            Map<String, double[]> gradients) {
        int hidden = shape.hidden();
        int columns = 4 * hidden;
        int inputs = cell.x().length;
        double[] byX = new double[inputs];
        Arrays.fill(byH, 0);
        for (int unit = 0; unit < hidden; unit++) {
            double i = cell.gates()[0][unit];
            double f = cell.gates()[1][unit];
            double g = cell.gates()[2][unit];
            double o = cell.gates()[3][unit];
            double tanh = Math.tanh(cell.c()[unit]);
            double c = byC[unit] + by[unit] * o * (1 - tanh * tanh);
            double[] sums = {
                c * g * i * (1 - i),
                c * cell.cBefore()[unit] * f * (1 - f),
                c * i * (1 - g * g),
                by[unit] * tanh * o * (1 - o)
            };
            byC[unit] = c * f;
            for (int gate = 0; gate < 4; gate++) {
                int column = gate * hidden + unit;
                gradients.get(LstmWeights.gateBias(layer))[column] += sums[gate];
                for (int row = 0; row < inputs + hidden; row++) {
                    boolean isInput = row < inputs;
                    double value = isInput ? cell.x()[row] : cell.hBefore()[row - inputs];
                    int at = row * columns + column;
                    gradients.get(LstmWeights.gates(layer))[at] += sums[gate] * value;
                    double back = sums[gate] * weights(LstmWeights.gates(layer))[at];
                    if (isInput) {
                        byX[row] += back;
                    } else {
                        byH[row - inputs] += back;
                    }
                }
            }
        }
        return byX;
    }

    private static double sigmoid(double x) {
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

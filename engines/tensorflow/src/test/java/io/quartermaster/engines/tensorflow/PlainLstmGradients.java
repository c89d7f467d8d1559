package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The derivatives of {@link PlainLstm}, by hand. */
final class PlainLstmGradients {

    private final PlainLstm model;
    private final SequenceShape shape;

    PlainLstmGradients(PlainLstm model) {
        this.model = model;
        this.shape = model.options().shape();
    }

    /** Derivatives of the squared error and pinball loss, all of which move the encoder. */
    Map<String, double[]> of(float[][] history, float[] known, float[] targets) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        model.weights().forEach((name, values) -> gradients.put(name, new double[values.length]));
        List<PlainLstm.Cell> trace = new ArrayList<>();
        double[] state = new double[shape.stateSize()];
        for (float[] step : history) {
            state = model.advance(step, state, trace);
        }
        double[] said = model.said(state);
        double[][] byHead = byHead(model.heads(said, known), targets);
        throughTime(trace, throughDecoder(said, known, byHead, gradients), gradients);
        return gradients;
    }

    private double[][] byHead(double[][] heads, float[] targets) {
        double[] forecast = model.forecast(heads);
        int quantiles = model.options().quantiles().length;
        double[][] byHead = new double[heads.length][heads[0].length];
        for (int s = 0; s < heads.length; s++) {
            byHead[s][0] = 2 * (heads[s][0] - targets[s]) / heads.length;
            double above = 0;
            for (int q = quantiles - 1; q >= 0; q--) {
                double level = model.options().quantiles()[q];
                double error = targets[s] - forecast[s * (1 + quantiles) + 1 + q];
                above += (error > 0 ? -level : 1 - level) / heads.length;
                byHead[s][1 + q] = q == 0 ? above : above * PlainLstm.sigmoid(heads[s][1 + q]);
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
            double[] z = shape.isDeep() ? model.hidden(said, known, s) : new double[0];
            double[] byHidden = new double[z.length];
            for (int head = 0; head < heads; head++) {
                double by = byHead[s][head];
                if (!shape.isDeep()) {
                    gradients.get(LstmWeights.LAST)[head] += by;
                }
                for (int w = 0; w < z.length; w++) {
                    gradients.get(LstmWeights.OUTPUT)[w * heads + head] += by * Math.max(0, z[w]);
                    byHidden[w] +=
                            z[w] > 0 ? by * model.weights(LstmWeights.OUTPUT)[w * heads + head] : 0;
                }
                for (int h = 0; h < said.length; h++) {
                    int at = (h * shape.horizon() + s) * heads + head;
                    gradients.get(LstmWeights.DIRECT)[at] += by * said[h];
                    bySaid[h] += by * model.weights(LstmWeights.DIRECT)[at];
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
            int bias = shape.knownInputs() * LstmWeights.DECODER_WIDTH;
            gradients.get(LstmWeights.KNOWN)[bias + w] += byHidden[w];
            for (int h = 0; h < said.length; h++) {
                int at = (h * shape.horizon() + step) * LstmWeights.DECODER_WIDTH + w;
                gradients.get(LstmWeights.CONTEXT)[at] += byHidden[w] * said[h];
                bySaid[h] += byHidden[w] * model.weights(LstmWeights.CONTEXT)[at];
            }
            for (int k = 0; k < shape.knownInputs(); k++) {
                gradients.get(LstmWeights.KNOWN)[k * LstmWeights.DECODER_WIDTH + w] +=
                        byHidden[w] * known[step * shape.knownInputs() + k];
            }
            for (int k = 0; k < shape.staticInputs(); k++) {
                int row = said.length + k;
                int at = (row * shape.horizon() + step) * LstmWeights.DECODER_WIDTH + w;
                gradients.get(LstmWeights.CONTEXT)[at] += byHidden[w] * known[statics + k];
            }
        }
    }

    private void throughTime(
            List<PlainLstm.Cell> trace, double[] byLast, Map<String, double[]> gradients) {
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
                PlainLstm.Cell cell = trace.get(step * layers + layer);
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
            PlainLstm.Cell cell,
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
                    double back = sums[gate] * model.weights(LstmWeights.gates(layer))[at];
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
}

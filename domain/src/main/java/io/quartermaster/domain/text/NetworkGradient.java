package io.quartermaster.domain.text;

import java.util.Arrays;

/**
 * Sums the gradients of a batch and moves a network by them. A batch touches few of the rows of
 * inputs: only those are kept, and only those move (as in "lazy" Adam).
 */
final class NetworkGradient {

    private static final int NONE = -1;

    private final Network network;
    private final AdamMoments inputMoments;
    private final AdamMoments hiddenMoments;
    private final AdamMoments outputMoments;
    private final AdamMoments biasMoments;
    private final float[] hiddenBias;
    private final float[] outputs;
    private final float[] outputBias;
    private final int[] rowOfPlace;
    private int[] places = new int[256];
    private float[] rows;
    private int touched;

    NetworkGradient(Network network) {
        this.network = network;
        inputMoments = new AdamMoments(network.inputs().length);
        hiddenMoments = new AdamMoments(network.hidden());
        outputMoments = new AdamMoments(network.outputs().length);
        biasMoments = new AdamMoments(network.labels());
        hiddenBias = new float[network.hidden()];
        outputs = new float[network.outputs().length];
        outputBias = new float[network.labels()];
        rowOfPlace = new int[network.inputs().length / network.hidden()];
        Arrays.fill(rowOfPlace, NONE);
        rows = new float[places.length * network.hidden()];
    }

    /**
     * Adds what one text asks for.
     *
     * @param vector its terms
     * @param units its hidden units, 0 where cut or dropped
     * @param errors per label, the probability minus the truth, times the text's share of the batch
     * @param scale by which units that were not dropped were raised
     */
    void add(SparseVector vector, float[] units, float[] errors, float scale) {
        Network.addRow(errors, 0, 1, outputBias);
        float[] back = new float[units.length];
        for (int unit = 0; unit < units.length; unit++) {
            if (units[unit] > 0) {
                back[unit] = scale * through(unit, units[unit], errors);
                hiddenBias[unit] += back[unit];
            }
        }
        for (int i = 0; i < vector.size(); i++) {
            int from = row(vector.places()[i]) * back.length;
            float value = vector.values()[i];
            for (int unit = 0; unit < back.length; unit++) {
                rows[from + unit] += value * back[unit];
            }
        }
    }

    /** Adds to the gradient of one unit's outputs and gives what comes back through them. */
    private float through(int unit, float value, float[] errors) {
        int from = unit * errors.length;
        float sum = 0;
        for (int label = 0; label < errors.length; label++) {
            sum += network.outputs()[from + label] * errors[label];
            outputs[from + label] += value * errors[label];
        }
        return sum;
    }

    private int row(int place) {
        if (rowOfPlace[place] == NONE) {
            if (touched == places.length) {
                places = Arrays.copyOf(places, 2 * touched);
                rows = Arrays.copyOf(rows, 2 * rows.length);
            }
            places[touched] = place;
            rowOfPlace[place] = touched++;
        }
        return rowOfPlace[place];
    }

    /** Moves the network and starts the next batch. */
    void apply(float rate) {
        int hidden = network.hidden();
        for (int row = 0; row < touched; row++) {
            inputMoments.step(
                    network.inputs(), places[row] * hidden, rows, row * hidden, hidden, rate);
            rowOfPlace[places[row]] = NONE;
        }
        Arrays.fill(rows, 0, touched * hidden, 0);
        touched = 0;
        move(hiddenMoments, network.hiddenBias(), hiddenBias, rate);
        move(outputMoments, network.outputs(), outputs, rate);
        move(biasMoments, network.outputBias(), outputBias, rate);
    }

    private static void move(AdamMoments moments, float[] weights, float[] gradients, float rate) {
        moments.step(weights, 0, gradients, 0, weights.length, rate);
        Arrays.fill(gradients, 0);
    }
}

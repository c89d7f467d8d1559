package io.quartermaster.domain.text;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains networks by cross-entropy with Adam, terms and hidden units dropped by chance (Srivastava
 * et al. 2014). Each network works on one thread with random numbers of its own, so the same seed
 * gives the same weights.
 */
final class NetworkTrainer {

    private static final double INITIAL_INPUTS = 0.1;

    private final SparseVector[] vectors;
    private final int[] labels;
    private final NetworkSettings settings;
    private final SplittableRandom random;
    private final Network network;
    private final NetworkGradient gradient;

    private NetworkTrainer(
            SparseVector[] vectors,
            int[] labels,
            int labelCount,
            int dimensions,
            NetworkSettings settings,
            SplittableRandom random) {
        this.vectors = vectors;
        this.labels = labels;
        this.settings = settings;
        this.random = random;
        int hidden = settings.hidden();
        this.network =
                new Network(
                        chance(dimensions * hidden, INITIAL_INPUTS),
                        new float[hidden],
                        chance(hidden * labelCount, Math.sqrt(1.0 / hidden)),
                        new float[labelCount]);
        this.gradient = new NetworkGradient(network);
    }

    /**
     * Trains networks side by side.
     *
     * @param labels of the vectors, 0 to labelCount - 1
     * @throws IllegalArgumentException when a network would be larger than an array can be
     */
    static NetworkScorer train(
            SparseVector[] vectors,
            int[] labels,
            int labelCount,
            int dimensions,
            NetworkSettings settings,
            long seed) {
        if ((long) dimensions * settings.hidden() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "A network of %,d terms and %d hidden units is too large.\nMaybe --min-texts 3, fewer hidden units, or --method linear."
                            .formatted(dimensions, settings.hidden()));
        }
        SplittableRandom seeds = new SplittableRandom(seed);
        SplittableRandom[] randoms = new SplittableRandom[settings.members()];
        Arrays.setAll(randoms, member -> seeds.split());
        return new NetworkScorer(
                IntStream.range(0, settings.members())
                        .parallel()
                        .mapToObj(
                                member ->
                                        new NetworkTrainer(
                                                        vectors,
                                                        labels,
                                                        labelCount,
                                                        dimensions,
                                                        settings,
                                                        randoms[member])
                                                .trained())
                        .toList());
    }

    private Network trained() {
        int[] order = IntStream.range(0, vectors.length).toArray();
        int batch = settings.batch();
        long steps = (long) settings.epochs() * ((vectors.length + batch - 1) / batch);
        long step = 0;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Shuffle.apply(order, random);
            for (int from = 0; from < order.length; from += batch) {
                int end = Math.min(order.length, from + batch);
                for (int i = from; i < end; i++) {
                    learn(order[i], 1f / (end - from));
                }
                double rate = settings.learningRate() * halfCosine(step++, steps);
                gradient.apply(AdamMoments.corrected(rate, step));
            }
        }
        return network;
    }

    private static double halfCosine(long step, long steps) {
        return (1 + StrictMath.cos(Math.PI * step / steps)) / 2;
    }

    private void learn(int index, float share) {
        SparseVector vector = dropped(vectors[index]);
        float[] units = network.units(vector);
        float scale = (float) (1 / (1 - settings.hiddenDrop()));
        for (int unit = 0; unit < units.length; unit++) {
            boolean kept = units[unit] > 0 && random.nextDouble() >= settings.hiddenDrop();
            units[unit] = kept ? scale * units[unit] : 0;
        }
        double[] shares = Softmax.of(network.outputs(units), 1);
        float[] errors = new float[shares.length];
        for (int label = 0; label < errors.length; label++) {
            double truth = label == labels[index] ? 1 : 0;
            errors[label] = (float) ((shares[label] - truth) * share);
        }
        gradient.add(vector, units, errors, scale);
    }

    private SparseVector dropped(SparseVector vector) {
        double share = settings.inputDrop();
        int[] places = new int[vector.size()];
        float[] values = new float[vector.size()];
        int size = 0;
        for (int i = 0; i < vector.size(); i++) {
            if (random.nextDouble() >= share) {
                places[size] = vector.places()[i];
                values[size++] = (float) (vector.values()[i] / (1 - share));
            }
        }
        return new SparseVector(Arrays.copyOf(places, size), Arrays.copyOf(values, size));
    }

    private float[] chance(int count, double scale) {
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (random.nextGaussian() * scale);
        }
        return weights;
    }
}

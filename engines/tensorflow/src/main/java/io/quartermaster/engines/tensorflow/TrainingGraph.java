package io.quartermaster.engines.tensorflow;

import io.quartermaster.domain.forecast.SequenceModelOptions;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.NoOp;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The model's graph with loss, gradients and optimiser.
 *
 * <p>Gradients cannot cross the fused encoder, so they are taken at its last output and carried
 * through time by its own gradient kernel. They are clipped by their global norm (Pascanu et al.
 * 2013) where the training asks for it.
 */
final class TrainingGraph {

    private static final float SMALLEST_DISPERSION = 1e-3f;

    private final SequenceModelOptions options;
    private final LstmGraph model;
    private final Ops tf;

    final Placeholder<TFloat32> histories;
    final LstmGraph.Ahead ahead;
    final Placeholder<TFloat32> targets;
    final Optimiser optimiser;

    /** The loss that is reported: a scalar, the mean over windows. */
    final Operand<TFloat32> loss;

    /** Gradients in the order of the weights, before clipping. */
    final List<Operand<TFloat32>> gradients;

    /** One step of the optimiser. */
    final NoOp train;

    TrainingGraph(Graph graph, SequenceModelOptions options) {
        this.options = options;
        this.model = new LstmGraph(graph, options);
        this.tf = model.tf();
        histories = model.histories("histories");
        ahead = model.ahead();
        targets = model.input("targets", -1, options.horizon(), 1);
        optimiser = new Optimiser(tf, options.training().optimizer(), model.weights().slots());

        LstmEncoder encoder = model.encoder(histories);
        Operand<TFloat32> h = encoder.last();
        Operand<TFloat32> meanLoss = meanLoss(model.heads(h, ahead));
        loss = reported(meanLoss, h);
        gradients = gradients(graph, encoder, h, trained(meanLoss, h));
        train = optimiser.step(model.weights().all(), clipped());
    }

    LstmGraph model() {
        return model;
    }

    private Operand<TFloat32> meanLoss(Operand<TFloat32> heads) {
        Operand<TFloat32> mean = model.mean(heads);
        if (!LstmWeights.isCount(options)) {
            return average(tf.math.square(tf.math.sub(targets, mean)));
        }
        Operand<TFloat32> dispersion =
                tf.math.add(
                        tf.math.softplus(model.head(heads, LstmWeights.heads(options) - 1)),
                        tf.constant(SMALLEST_DISPERSION));
        return negativeBinomial(tf.math.add(mean, tf.constant(SMALLEST_DISPERSION)), dispersion);
    }

    /**
     * -log p(y) with r = 1/a: lgamma(y + 1) + lgamma(r) - lgamma(y + r) + (y + r) log(1 + a m) - y
     * log(a m). The first term does not depend on the model and is kept, so that losses compare.
     */
    private Operand<TFloat32> negativeBinomial(
            Operand<TFloat32> mean, Operand<TFloat32> dispersion) {
        Operand<TFloat32> r = tf.math.reciprocal(dispersion);
        Operand<TFloat32> am = tf.math.mul(dispersion, mean);
        Operand<TFloat32> sum = tf.math.add(targets, r);
        Operand<TFloat32> one = tf.constant(1f);
        Operand<TFloat32> gammas =
                tf.math.sub(
                        tf.math.add(tf.math.lgamma(tf.math.add(targets, one)), tf.math.lgamma(r)),
                        tf.math.lgamma(sum));
        Operand<TFloat32> logs =
                tf.math.sub(
                        tf.math.mul(sum, tf.math.log(tf.math.add(one, am))),
                        tf.math.mul(targets, tf.math.log(am)));
        return average(tf.math.add(gammas, logs));
    }

    private Operand<TFloat32> pinball(Operand<TFloat32> heads) {
        List<Operand<TFloat32>> losses = new ArrayList<>();
        List<Operand<TFloat32>> quantiles = model.quantiles(heads);
        for (int level = 0; level < quantiles.size(); level++) {
            float q = (float) options.quantiles()[level];
            Operand<TFloat32> error = tf.math.sub(targets, quantiles.get(level));
            losses.add(
                    average(
                            tf.math.maximum(
                                    tf.math.mul(error, tf.constant(q)),
                                    tf.math.mul(error, tf.constant(q - 1)))));
        }
        return tf.math.addN(losses);
    }

    private Operand<TFloat32> reported(Operand<TFloat32> meanLoss, Operand<TFloat32> h) {
        return jointly()
                ? tf.math.add(meanLoss, pinball(model.heads(h, ahead)))
                : tf.identity(meanLoss);
    }

    /**
     * Where only the mean moves the encoder, quantiles are fitted from a copy of h that is held.
     */
    private Operand<TFloat32> trained(Operand<TFloat32> meanLoss, Operand<TFloat32> h) {
        if (options.quantiles().length == 0 || jointly()) {
            return loss;
        }
        return tf.math.add(meanLoss, pinball(model.heads(tf.stopGradient(h), ahead)));
    }

    private boolean jointly() {
        return options.quantiles().length > 0
                && TrainingLoss.of(options.training().loss()) == TrainingLoss.PINBALL;
    }

    private Operand<TFloat32> average(Operand<TFloat32> values) {
        return tf.math.mean(values, tf.constant(new int[] {0, 1, 2}));
    }

    private List<Operand<TFloat32>> gradients(
            Graph graph, LstmEncoder encoder, Operand<TFloat32> h, Operand<TFloat32> trained) {
        List<Variable<TFloat32>> all = model.weights().all();
        List<Variable<TFloat32>> decoder = all.subList(2 * options.shape().layers(), all.size());
        Output<?>[] at = new Output<?>[1 + decoder.size()];
        at[0] = h.asOutput();
        for (int i = 0; i < decoder.size(); i++) {
            at[1 + i] = decoder.get(i).asOutput();
        }
        Output<?>[] found = graph.addGradients(trained.asOutput(), at);
        List<Operand<TFloat32>> gradients = new ArrayList<>(encoder.gradients(gradient(found[0])));
        for (int i = 0; i < decoder.size(); i++) {
            gradients.add(gradient(found[1 + i]));
        }
        return gradients;
    }

    @SuppressWarnings("unchecked")
    private static Operand<TFloat32> gradient(Output<?> output) {
        return (Output<TFloat32>) output;
    }

    /**
     * Where nothing is clipped, each step still waits for all gradients: it moves what they read.
     */
    private List<Operand<TFloat32>> clipped() {
        float most = (float) options.training().clipNorm();
        List<Operand<TFloat32>> clipped = new ArrayList<>();
        if (most == 0) {
            Ops after = tf.withControlDependencies(List.copyOf(gradients));
            gradients.forEach(gradient -> clipped.add(after.identity(gradient)));
            return clipped;
        }
        List<Operand<TFloat32>> squares = new ArrayList<>();
        gradients.forEach(gradient -> squares.add(tf.nn.l2Loss(gradient)));
        Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.math.addN(squares), tf.constant(2f)));
        Operand<TFloat32> factor =
                tf.math.div(tf.constant(most), tf.math.maximum(norm, tf.constant(most)));
        gradients.forEach(gradient -> clipped.add(tf.math.mul(gradient, factor)));
        return clipped;
    }
}

package io.quartermaster.engines.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The weights of a model, or what an optimiser remembers of them, as variables of a graph. */
final class WeightVariables {

    private final List<Weights.Slot> slots;
    private final List<Variable<TFloat32>> variables = new ArrayList<>();
    private final List<Placeholder<TFloat32>> feeds = new ArrayList<>();
    private final List<Assign<TFloat32>> assigns = new ArrayList<>();

    WeightVariables(Ops tf, List<Weights.Slot> slots) {
        this.slots = List.copyOf(slots);
        for (Weights.Slot slot : slots) {
            Shape shape = Shape.of(slot.shape());
            Variable<TFloat32> variable = tf.withName(slot.name()).variable(shape, TFloat32.class);
            Placeholder<TFloat32> feed = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
            variables.add(variable);
            feeds.add(feed);
            assigns.add(tf.assign(variable, feed));
        }
    }

    Variable<TFloat32> get(int slot) {
        return variables.get(slot);
    }

    Variable<TFloat32> get(String name) {
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot).name().equals(name)) {
                return variables.get(slot);
            }
        }
        throw new IllegalArgumentException("The model has no weights named (" + name + ").");
    }

    /** In the order of the slots. */
    List<Variable<TFloat32>> all() {
        return List.copyOf(variables);
    }

    List<Weights.Slot> slots() {
        return slots;
    }

    /** Numbers of all of them. */
    int size() {
        return slots.stream().mapToInt(Weights.Slot::size).sum();
    }

    /** Puts weights into the session's variables. */
    void assign(Session session, Weights weights) {
        for (int i = 0; i < slots.size(); i++) {
            try (TFloat32 value = Tensors.of(weights.value(i), slots.get(i).shape())) {
                session.runner()
                        .feed(feeds.get(i), value)
                        .addTarget(assigns.get(i).op())
                        .run()
                        .close();
            }
        }
    }

    /** An operation that puts one row of all numbers into the variables, and gives it back. */
    Operand<TFloat32> assignFrom(Ops tf, Operand<TFloat32> row) {
        List<Op> done = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < slots.size(); i++) {
            Weights.Slot slot = slots.get(i);
            Operand<TFloat32> part =
                    tf.slice(
                            row,
                            tf.constant(new int[] {from}),
                            tf.constant(new int[] {slot.size()}));
            done.add(tf.assign(variables.get(i), tf.reshape(part, tf.constant(slot.shape()))));
            from += slot.size();
        }
        return tf.withControlDependencies(done).identity(row);
    }

    /** Reads the weights from the session's variables. */
    Weights read(Session session) {
        return read(session, slots);
    }

    /** Reads weights from the variables of their names. */
    static Weights read(Session session, List<Weights.Slot> slots) {
        Session.Runner runner = session.runner();
        slots.forEach(slot -> runner.fetch(slot.name()));
        List<float[]> values = new ArrayList<>();
        try (var result = runner.run()) {
            for (int i = 0; i < slots.size(); i++) {
                float[] value = new float[slots.get(i).size()];
                result.get(i).asRawTensor().data().asFloats().read(value);
                values.add(value);
            }
        }
        return new Weights(values);
    }
}

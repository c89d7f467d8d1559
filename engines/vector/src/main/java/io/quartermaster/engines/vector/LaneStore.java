package io.quartermaster.engines.vector;

import io.quartermaster.domain.similarity.ScoringCall;
import io.quartermaster.domain.similarity.TopKSelection;
import io.quartermaster.domain.similarity.TurnedStore;
import java.util.Arrays;

/**
 * Panels of a few registers' rows: number j of row i of a panel lies at {@code j * width + i}. A
 * row beyond the last is zeros.
 */
final class LaneStore implements TurnedStore {

    private static final int WIDTH = LanePass.WIDTH;

    private final int dimensions;
    private float[][] panels = {};
    private float[][] inverseNorms = {};
    private int places;

    LaneStore(int dimensions) {
        this.dimensions = dimensions;
    }

    /** What it computes on, for a reader. */
    static String device() {
        return "cpu, %d bits".formatted(LanePass.LANES * Float.SIZE);
    }

    @Override
    public int panels() {
        return (places + WIDTH - 1) / WIDTH;
    }

    @Override
    public void grow(int wanted) {
        int before = panels();
        places = Math.max(places, wanted);
        if (panels() > panels.length) {
            int capacity = Math.max(panels(), panels.length + panels.length / 2);
            panels = Arrays.copyOf(panels, capacity);
            inverseNorms = Arrays.copyOf(inverseNorms, capacity);
        }
        for (int panel = before; panel < panels(); panel++) {
            panels[panel] = new float[dimensions * WIDTH];
            inverseNorms[panel] = new float[WIDTH];
        }
    }

    @Override
    public void put(int place, float[] vector, float inverseNorm) {
        float[] panel = panels[place / WIDTH];
        int row = place % WIDTH;
        for (int j = 0; j < dimensions; j++) {
            panel[j * WIDTH + row] = vector[j];
        }
        inverseNorms[place / WIDTH][row] = inverseNorm;
    }

    @Override
    public void clear(int place) {
        put(place, new float[dimensions], 0f);
    }

    @Override
    public float[] vector(int place) {
        float[] panel = panels[place / WIDTH];
        float[] vector = new float[dimensions];
        for (int j = 0; j < dimensions; j++) {
            vector[j] = panel[j * WIDTH + place % WIDTH];
        }
        return vector;
    }

    @Override
    public float inverseNorm(int place) {
        return inverseNorms[place / WIDTH][place % WIDTH];
    }

    @Override
    public void select(
            ScoringCall call, int from, TopKSelection[] selections, int fromPanel, int toPanel) {
        LanePass pass = new LanePass(call, from, selections, dimensions);
        for (int panel = fromPanel; panel < toPanel; panel++) {
            int rows = Math.min(WIDTH, places - panel * WIDTH);
            pass.select(panels[panel], inverseNorms[panel], panel * WIDTH, rows);
        }
    }
}

package io.quartermaster.domain.similarity;

import java.util.Arrays;

/**
 * Panels of 512 rows: {@code panels[p][j][i]} is number j of row {@code 512 p + i}. Each {@code
 * float[512]} is an array of its own, because the compiler vectorises a loop over several arrays
 * only when it can tell them apart. The number of columns is rounded up to a whole pass; those
 * beyond d are zeros.
 */
final class PanelStore implements TurnedStore {

    static final int WIDTH = 512;

    /** The last panel grows by so many rows. */
    private static final int STEP = 16;

    private static final float[] ZEROS = new float[WIDTH];

    private final int dimensions;
    private float[][][] panels = {};
    private float[][] inverseNorms = {};
    private int places;

    PanelStore(int dimensions) {
        this.dimensions = dimensions;
    }

    @Override
    public int panels() {
        return (places + WIDTH - 1) / WIDTH;
    }

    @Override
    public void grow(int wanted) {
        int last = Math.max(0, panels() - 1);
        places = Math.max(places, wanted);
        int count = panels();
        if (count > panels.length) {
            int capacity = Math.max(count, panels.length + panels.length / 2);
            panels = Arrays.copyOf(panels, capacity);
            inverseNorms = Arrays.copyOf(inverseNorms, capacity);
        }
        for (int panel = last; panel < count; panel++) {
            widen(panel, Math.min(WIDTH, places - panel * WIDTH));
        }
    }

    @Override
    public void put(int place, float[] vector, float inverseNorm) {
        float[][] columns = panels[place / WIDTH];
        for (int j = 0; j < dimensions; j++) {
            columns[j][place % WIDTH] = vector[j];
        }
        inverseNorms[place / WIDTH][place % WIDTH] = inverseNorm;
    }

    @Override
    public void clear(int place) {
        put(place, new float[dimensions], 0f);
    }

    @Override
    public float[] vector(int place) {
        float[][] columns = panels[place / WIDTH];
        float[] vector = new float[dimensions];
        for (int j = 0; j < dimensions; j++) {
            vector[j] = columns[j][place % WIDTH];
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
        if (fromPanel >= toPanel) {
            return;
        }
        PanelPass pass = new PanelPass(call, from, selections, inverseNorms[fromPanel].length);
        for (int panel = fromPanel; panel < toPanel; panel++) {
            int rows = Math.min(WIDTH, places - panel * WIDTH);
            pass.select(panels[panel], inverseNorms[panel], panel * WIDTH, rows);
        }
    }

    private void widen(int panel, int rows) {
        int width = (rows + STEP - 1) / STEP * STEP;
        if (panels[panel] == null) {
            panels[panel] = new float[PanelPass.padded(dimensions)][];
            Arrays.fill(panels[panel], dimensions, panels[panel].length, ZEROS);
            inverseNorms[panel] = new float[0];
        }
        if (inverseNorms[panel].length < width) {
            inverseNorms[panel] = Arrays.copyOf(inverseNorms[panel], width);
            for (int j = 0; j < dimensions; j++) {
                float[] column = panels[panel][j];
                panels[panel][j] = column == null ? new float[width] : Arrays.copyOf(column, width);
            }
        }
    }
}

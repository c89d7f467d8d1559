package io.quartermaster.domain.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The vectors that a kernel searches in, by id, whatever layout they lie in: which ids have one,
 * how long they are, and a version that every change raises. A matrix that was changed step by step
 * holds the same bits as one that was loaded at once.
 *
 * <p>Ids are places, so they are numbered without gaps; an id that was deleted stays free until a
 * vector is put there again.
 */
public final class ResidentMatrix {

    /** Numbers in a part of a snapshot: 4 MiB. */
    private static final int NUMBERS_OF_PART = 1 << 20;

    private VectorStore store = new RowStore();
    private BitSet held = new BitSet();
    private int places;
    private int size;
    private int dimensions;
    private long version;

    /**
     * Replaces all.
     *
     * @param vectors row index is the id; null for an id without a vector
     */
    public void load(float[][] vectors) {
        int length = SimilarityInput.checkVectors(vectors);
        store = new RowStore();
        held = new BitSet(vectors.length);
        dimensions = length;
        size = 0;
        places = vectors.length;
        store.grow(places);
        for (int id = 0; id < places; id++) {
            if (vectors[id] != null) {
                put(id, vectors[id]);
            }
        }
        version++;
    }

    /**
     * Puts vectors in, in place of those that the ids have.
     *
     * @param ids each once; the largest may follow those so far without a gap
     */
    public void upsert(int[] ids, float[][] vectors) {
        SimilarityInput.checkUpsert(ids, vectors, size == 0 ? -1 : dimensions, places);
        if (ids.length == 0) {
            return;
        }
        dimensions = vectors[0].length;
        places = Math.max(places, Arrays.stream(ids).max().getAsInt() + 1);
        store.grow(places);
        for (int i = 0; i < ids.length; i++) {
            put(ids[i], vectors[i]);
        }
        version++;
    }

    /** Takes vectors out. An id that has none is let be. */
    public void delete(int... ids) {
        SimilarityInput.checkIds(ids);
        boolean changed = false;
        for (int id : ids) {
            if (held.get(id)) {
                held.clear(id);
                size--;
                store.clear(id);
                changed = true;
            }
        }
        if (changed) {
            version++;
        }
        if (size == 0) {
            store = new RowStore();
            store.grow(places);
        }
    }

    /** Moves all vectors to another layout, which is empty; the one before is dropped. */
    public void moveTo(VectorStore layout) {
        layout.grow(places);
        held.stream().forEach(id -> layout.put(id, store.vector(id), store.inverseNorm(id)));
        store = layout;
    }

    /** Every vector, in parts of at most 4 MiB or one vector. */
    public List<MatrixPart> snapshot() {
        int ofPart = Math.max(1, NUMBERS_OF_PART / Math.max(1, dimensions));
        int[] ids = held.stream().toArray();
        int parts = Math.max(1, (ids.length + ofPart - 1) / ofPart);
        List<MatrixPart> all = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int to = Math.min(ids.length, (part + 1) * ofPart);
            all.add(part(part, parts, Arrays.copyOfRange(ids, part * ofPart, to)));
        }
        return all;
    }

    /**
     * Becomes what a snapshot holds, its version included.
     *
     * @param parts all of one snapshot, in any order
     */
    public void restore(List<MatrixPart> parts) {
        SimilarityInput.checkParts(parts);
        MatrixPart any = parts.get(0);
        float[][] vectors = new float[any.places()][];
        for (MatrixPart part : parts) {
            for (int i = 0; i < part.ids().length; i++) {
                vectors[part.ids()[i]] = part.vector(i);
            }
        }
        load(vectors);
        version = any.version();
    }

    /** Empties it; its version is raised. */
    public void clear() {
        load(new float[0][]);
    }

    /**
     * What is added to each score before selection: the bonus, and minus infinity for an id that is
     * not valid or has no vector; null where nothing is added to any.
     */
    public float[] additions(SimilarityRequest request) {
        return leavingOut(request.additions(places));
    }

    /** The same for a request without bonus and marks. */
    public float[] additions() {
        return leavingOut(null);
    }

    /** The layout. */
    public VectorStore store() {
        return store;
    }

    /** Ids go from 0 to this less 1. */
    public int places() {
        return places;
    }

    /** How many ids have a vector. */
    public int size() {
        return size;
    }

    /** Length d of the vectors, 0 where there is none. */
    public int dimensions() {
        return size == 0 ? 0 : dimensions;
    }

    public boolean holds(int id) {
        return held.get(id);
    }

    /** Raised by every change. */
    public long version() {
        return version;
    }

    private float[] leavingOut(float[] asked) {
        if (size == places) {
            return asked;
        }
        float[] additions = asked == null ? new float[places] : asked;
        for (int id = held.nextClearBit(0); id < places; id = held.nextClearBit(id + 1)) {
            additions[id] = Float.NEGATIVE_INFINITY;
        }
        return additions;
    }

    private void put(int id, float[] vector) {
        store.put(id, vector, SimilarityInput.inverseNorm(vector));
        size += held.get(id) ? 0 : 1;
        held.set(id);
    }

    private MatrixPart part(int part, int parts, int[] ids) {
        float[] numbers = new float[ids.length * dimensions()];
        for (int i = 0; i < ids.length; i++) {
            System.arraycopy(store.vector(ids[i]), 0, numbers, i * dimensions, dimensions);
        }
        return new MatrixPart(version, places, dimensions(), parts, part, ids, numbers);
    }
}

package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineUse;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A CPU twin: the same sums in the same order as {@link ScalarSimilarityKernel}, many rows at a
 * time, in a layout made for that. Equal to it bit for bit, with any number of threads.
 *
 * <p>Turning the matrix costs about as much as a few queries, so it waits until enough were asked,
 * and a matrix of a few rows is never turned: those calls go to the scalar kernel's loop.
 */
public final class TurnedSimilarityKernel extends ResidentKernel {

    private static final int FEWEST_ROWS = 64;
    private static final long FEWEST_NUMBERS = 2048;
    private static final long FEWEST_QUERIES = 6;

    /** Queries that a layout scores in one pass; fewer cost as much. */
    private static final int QUERIES_OF_PASS = 4;

    private final Workers workers;
    private final IntFunction<TurnedStore> layout;
    private final WarmUp warmUp;
    private TurnedStore turned;
    private boolean isFinal;
    private long queriesSinceLoad;

    /**
     * Opens one.
     *
     * @param name of the engine
     * @param use counts its calls
     * @param threads that a call is spread over; 0 for all cores
     * @param layout makes an empty layout for vectors of a length
     * @param warmUp until it is over, the layout in plain loops serves
     */
    public TurnedSimilarityKernel(
            String name,
            EngineUse use,
            int threads,
            IntFunction<TurnedStore> layout,
            WarmUp warmUp) {
        super(name, use);
        this.workers = new Workers(threads);
        this.layout = layout;
        this.warmUp = warmUp;
    }

    /** The one in plain loops, which the compiler vectorises. */
    public static TurnedSimilarityKernel panel(EngineUse use, int threads) {
        return new TurnedSimilarityKernel("panel", use, threads, PanelStore::new, new WarmUp(0));
    }

    @Override
    public void load(float[][] vectors) {
        super.load(vectors);
        startAgain();
    }

    @Override
    public void restore(List<MatrixPart> parts) {
        super.restore(parts);
        startAgain();
    }

    @Override
    TopK[] best(float[][] queries, SimilarityRequest request) {
        queriesSinceLoad += queries.length;
        turn(queries.length);
        return matrix().store() == turned
                ? topK(turned, queries, request)
                : ScalarSimilarityKernel.topK(matrix(), queries, request);
    }

    @Override
    public void close() {
        super.close();
        turned = null;
        workers.close();
    }

    private void startAgain() {
        turned = null;
        queriesSinceLoad = 0;
    }

    private void turn(int queries) {
        boolean isTurned = matrix().store() == turned;
        if (isTurned ? isFinal : !isWorthTurning()) {
            return;
        }
        boolean isWarm =
                warmUp.isOverWith((long) matrix().size() * matrix().dimensions() * queries);
        if (!isTurned || isWarm) {
            int dimensions = matrix().dimensions();
            turned = isWarm ? layout.apply(dimensions) : new PanelStore(dimensions);
            isFinal = isWarm;
            matrix().moveTo(turned);
        }
    }

    private boolean isWorthTurning() {
        return matrix().size() >= FEWEST_ROWS
                && (long) matrix().size() * matrix().dimensions() >= FEWEST_NUMBERS
                && queriesSinceLoad >= FEWEST_QUERIES;
    }

    private TopK[] topK(TurnedStore store, float[][] queries, SimilarityRequest request) {
        ScoringCall call = ScoringCall.of(matrix(), queries, request);
        int threads = workers.threads();
        TopKSelection[] selections =
                queries.length >= threads * QUERIES_OF_PASS
                        ? byQueries(store, call, threads)
                        : byRows(store, call, Math.min(threads, store.panels()));
        TopK[] best = new TopK[selections.length];
        for (int query = 0; query < best.length; query++) {
            best[query] = selections[query].drain();
        }
        return best;
    }

    /** Each thread answers some of the queries. */
    private TopKSelection[] byQueries(TurnedStore store, ScoringCall call, int threads) {
        int count = call.queries().length;
        int passes = (count + QUERIES_OF_PASS - 1) / QUERIES_OF_PASS;
        int ofPart = (passes + threads - 1) / threads * QUERIES_OF_PASS;
        TopKSelection[] best = new TopKSelection[count];
        workers.run(
                (count + ofPart - 1) / ofPart,
                part -> {
                    int from = part * ofPart;
                    TopKSelection[] own = selections(call, from, Math.min(count, from + ofPart));
                    store.select(call, from, own, 0, store.panels());
                    System.arraycopy(own, 0, best, from, own.length);
                });
        return best;
    }

    /** Each thread looks at some of the rows; what they keep is joined. */
    private TopKSelection[] byRows(TurnedStore store, ScoringCall call, int parts) {
        int ofPart = (store.panels() + parts - 1) / parts;
        TopKSelection[][] best = new TopKSelection[parts][];
        workers.run(
                parts,
                part -> {
                    best[part] = selections(call, 0, call.queries().length);
                    int to = Math.min(store.panels(), (part + 1) * ofPart);
                    store.select(call, 0, best[part], part * ofPart, to);
                });
        for (int part = 1; part < parts; part++) {
            for (int query = 0; query < best[part].length; query++) {
                best[0][query].join(best[part][query].drain());
            }
        }
        return best[0];
    }

    private TopKSelection[] selections(ScoringCall call, int from, int to) {
        TopKSelection[] selections = new TopKSelection[to - from];
        for (int i = 0; i < selections.length; i++) {
            int[] excluded = call.request().excluded(from + i);
            selections[i] =
                    new TopKSelection(call.request().k(), matrix().places()).without(excluded);
        }
        return selections;
    }
}

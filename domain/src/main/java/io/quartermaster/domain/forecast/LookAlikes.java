package io.quartermaster.domain.forecast;

import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.TopK;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The items that look most like one that has not sold yet, and how much each says of it.
 *
 * <pre>
 * weight = (max(0, cosine of words) + 0.05) · min(p / q, q / p) · 2 if the brands' cluster is one
 * </pre>
 *
 * p and q the list prices; where one is not known the factor is 1. Of the {@value #NEAREST} nearest
 * by words the {@value #COUNTED} heaviest count. Where fewer than {@value #FEWEST} share a word
 * with it, those of its brand's cluster stand in, then those of its category, then all, each by
 * price alone.
 */
public final class LookAlikes {

    /** Name of a basis of items with the same words. */
    public static final String BY_WORDS = "look-alikes";

    /** Name of a basis of all items. */
    public static final String ALL = "all";

    private static final int NEAREST = 200;
    private static final int COUNTED = 40;
    private static final int FEWEST = 5;
    private static final double FLOOR = 0.05;
    private static final double CLUSTER_FACTOR = 2;

    /**
     * An item that has begun.
     *
     * @param demand its first days
     * @param look what it looks like
     */
    public record Begun(EarlyDemand demand, ItemLook look) {}

    /**
     * What a forecast rests on.
     *
     * @param name {@link #BY_WORDS}, a cluster, a category or {@link #ALL}
     * @param others heaviest first, ties by item
     */
    public record Basis(String name, List<WeightedBeginning> others) {}

    private final SimilarityKernel kernel;
    private final List<Begun> others;
    private final WeekdayShape weekdays;

    /**
     * Loads the others into the kernel, which stays the caller's to close.
     *
     * @param begun items of one place, in any order
     */
    public LookAlikes(SimilarityKernel kernel, List<Begun> begun) {
        this.kernel = kernel;
        this.others =
                begun.stream()
                        .sorted(Comparator.comparing((Begun other) -> other.demand().item()))
                        .toList();
        this.weekdays = WeekdayShape.of(others.stream().map(Begun::demand).toList());
        float[] none = new float[ItemLook.DIMENSIONS];
        kernel.load(
                others.stream()
                        .map(other -> other.look().isDescribed() ? other.look().words() : none)
                        .toArray(float[][]::new));
    }

    /** The prior that a basis gives. */
    public ClusterPrior prior(Basis basis) {
        return ClusterPrior.of(basis.others(), weekdays);
    }

    /** What an item's forecast rests on; never the item itself. */
    public Basis basis(String item, ItemLook look) {
        List<WeightedBeginning> near = near(item, look);
        if (near.size() >= FEWEST) {
            return new Basis(BY_WORDS, near);
        }
        List<WeightedBeginning> of =
                byPrice(item, look, other -> same(look.cluster(), other.cluster()));
        if (!of.isEmpty()) {
            return new Basis(look.cluster(), of);
        }
        of = byPrice(item, look, other -> same(look.category(), other.category()));
        return of.isEmpty()
                ? new Basis(ALL, byPrice(item, look, other -> true))
                : new Basis(look.category(), of);
    }

    private List<WeightedBeginning> near(String item, ItemLook look) {
        List<WeightedBeginning> weighted = new ArrayList<>();
        if (!look.isDescribed() || others.isEmpty()) {
            return weighted;
        }
        float[][] query = {look.words()};
        SimilarityRequest request = SimilarityRequest.best(NEAREST, SimilarityMeasure.COSINE);
        TopK near = kernel.topK(query, request)[0];
        for (int i = 0; i < near.ids().length && near.scores()[i] > 0; i++) {
            Begun other = others.get(near.ids()[i]);
            double cluster = same(look.cluster(), other.look().cluster()) ? CLUSTER_FACTOR : 1;
            weigh(item, look, other, cluster * (near.scores()[i] + FLOOR), weighted);
        }
        weighted.sort(
                Comparator.comparingDouble(WeightedBeginning::weight)
                        .reversed()
                        .thenComparing(other -> other.demand().item()));
        return List.copyOf(weighted.subList(0, Math.min(COUNTED, weighted.size())));
    }

    private List<WeightedBeginning> byPrice(
            String item, ItemLook look, Predicate<ItemLook> counts) {
        List<WeightedBeginning> weighted = new ArrayList<>();
        others.stream()
                .filter(other -> counts.test(other.look()))
                .forEach(other -> weigh(item, look, other, 1, weighted));
        return weighted;
    }

    private static void weigh(
            String item, ItemLook look, Begun other, double weight, List<WeightedBeginning> into) {
        if (!other.demand().item().equals(item)) {
            double price = priceFactor(look.price(), other.look().price());
            into.add(new WeightedBeginning(other.demand(), weight * price));
        }
    }

    private static double priceFactor(double one, double other) {
        return one > 0 && other > 0 ? Math.min(one, other) / Math.max(one, other) : 1;
    }

    private static boolean same(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }
}

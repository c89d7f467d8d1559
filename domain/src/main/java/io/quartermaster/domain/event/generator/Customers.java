package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.Padded;

/**
 * The customers and their hidden tastes. Each belongs to one of {@value #CLUSTERS} clusters that
 * favour some categories, brands and items, and is served by one place; within a cluster some buy
 * more than others, and each has favourites of its own.
 */
final class Customers {

    static final int CLUSTERS = 8;

    private static final double ELSEWHERE = 0.03;
    private static final int TRIES = 3;

    private final MarketplaceOptions options;

    Customers(MarketplaceOptions options) {
        this.options = options;
    }

    /** How much each cluster wants an item. */
    double[] tastes(SkuProfile sku) {
        double[] tastes = new double[CLUSTERS];
        Category category = sku.brand().category();
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
            boolean favourite =
                    Category.ofBrand(cluster) == category
                            || Category.ofBrand(cluster * 3 + 2) == category;
            double brand = taste("brand", cluster, sku.brand().name());
            double item = taste("item", cluster, sku.item());
            tastes[cluster] = (favourite ? 6 : 1) * (brand < 0.3 ? 4 : 1) * (item < 0.3 ? 3 : 1);
        }
        return tastes;
    }

    /** Number of a customer who wants this item at this place. */
    int pick(Draws draws, SkuProfile sku, double[] tastes, int place) {
        int cluster = draws.weighted(tastes);
        int home = draws.chance(ELSEWHERE) ? draws.below(options.places()) : place;
        int best = 0;
        double fondest = -1;
        for (int i = 0; i < TRIES; i++) {
            int customer = member(draws, cluster, home);
            double fondness = taste("customer", customer, sku.item());
            if (fondness > fondest) {
                fondest = fondness;
                best = customer;
            }
        }
        return best;
    }

    /** Name of a customer as the shop knows it. */
    static String name(int customer) {
        return "C" + Padded.of(customer + 1, 5);
    }

    static int cluster(int customer) {
        return customer % CLUSTERS;
    }

    /** Whether the shop's tracker sees what this customer buys. */
    static boolean tracked(int customer) {
        return customer / CLUSTERS % 4 == 1;
    }

    private int member(Draws draws, int cluster, int place) {
        int stride = CLUSTERS * options.places();
        int offset = cluster + CLUSTERS * place;
        int members = Math.max(1, (options.customers() - offset + stride - 1) / stride);
        double skewed = StrictMath.pow(draws.unit(), 1.6);
        return Math.min(offset + stride * (int) (members * skewed), options.customers() - 1);
    }

    private double taste(String of, int who, String what) {
        return Draws.of(options.seed(), "taste", of, who, what).unit();
    }
}

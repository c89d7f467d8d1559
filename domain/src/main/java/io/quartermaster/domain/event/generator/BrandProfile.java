package io.quartermaster.domain.event.generator;

/**
 * A brand as it truly is. Days count from the marketplace's first.
 *
 * @param index number of the brand
 * @param name its name
 * @param category what it sells
 * @param supplier who delivers its goods
 * @param seller who sells its goods on the platform
 * @param quality hidden, 0 to 1
 * @param awareness hidden, 0 to 1
 * @param supply how well the supplier keeps its promises, hidden, 0 to 1
 * @param leadTimeDays days from order to promised arrival
 * @param orderEveryDays days between order days
 * @param packUnits units of a pack
 * @param offered day of the offer
 * @param judged day on which experts rate it
 * @param trial day of the trial terms
 * @param launched first day of sale
 * @param contracted day of the contract, past the last day if never
 * @param ended first day after the last sale, past the last day if never
 */
record BrandProfile(
        int index,
        String name,
        Category category,
        String supplier,
        String seller,
        double quality,
        double awareness,
        double supply,
        int leadTimeDays,
        int orderEveryDays,
        int packUnits,
        int offered,
        int judged,
        int trial,
        int launched,
        int contracted,
        int ended) {

    /** A day that never comes. */
    static final int NEVER = Integer.MAX_VALUE / 2;

    private static final String[] NAMES = {
        MarketplaceOptions.NEW_BRAND,
        "Alderbrook",
        "Bellavia",
        "Corvino",
        "Dunmere",
        "Estuary",
        "Fjellvind",
        "Graphit",
        "Halcyon",
        "Isolde",
        "Juniper",
        "Kestrel",
        "Larkfield",
        "Mirabel",
        "Northgate",
        "Ottoline"
    };
    private static final double GOLDEN_RATIO = 0.6180339887;
    private static final int SELLERS = 6;
    private static final int[] PACKS = {1, 2, 4, 6};

    /** The brand with this number. */
    static BrandProfile of(MarketplaceOptions options, int index) {
        Draws draws = Draws.of(options.seed(), "brand", index);
        int[] days = days(options, index);
        double spread = (draws.between(0, 0.1) + index * GOLDEN_RATIO) % 1;
        return new BrandProfile(
                index,
                index < NAMES.length ? NAMES[index] : "Brand " + (index + 1),
                Category.ofBrand(index),
                "supplier-%02d".formatted((index + 1) * 2 / 3 + 1),
                "seller-%d".formatted(index % SELLERS + 1),
                isNew(index) ? 0.9 : 0.35 + 0.6 * spread,
                isNew(index) ? 0.45 : draws.between(0.2, 0.95),
                isNew(index) ? 0.85 : draws.between(0.45, 0.98),
                isNew(index) ? 5 : 3 + draws.below(8),
                isNew(index) ? 3 : 2 + draws.below(4),
                PACKS[draws.below(PACKS.length)],
                days[0],
                days[1],
                days[2],
                days[3],
                days[4],
                days[5]);
    }

    /** Whether items of the brand are sold on this day. */
    boolean sells(int day) {
        return day >= launched && day < ended;
    }

    /** Whether the brand was there from the start. */
    boolean established() {
        return launched < 10;
    }

    private static boolean isNew(int index) {
        return index == 0;
    }

    /** Days of offer, judgement, trial, launch, contract and end. */
    private static int[] days(MarketplaceOptions options, int index) {
        int tail = options.tailIndex();
        return switch (index) {
            case 0 -> newBrand(options, tail);
            case 4 -> story(tail / 5, 14, 60, NEVER);
            case 7 -> story(tail * 9 / 20, 14, 60, NEVER);
            case 5 -> story(0, 2, 28, tail * 2 / 3);
            case 9 -> story(0, 2, 28, tail + options.scaled(34));
            default -> story(0, 2, 28, NEVER);
        };
    }

    private static int[] newBrand(MarketplaceOptions options, int tail) {
        int offered = tail - Math.max(4, options.scaled(21));
        int judged = offered + options.scaled(4);
        int trial = judged + options.scaled(7);
        int launched = tail + options.scaled(7);
        int contracted = Math.max(launched + 1, options.days() - 1 - options.scaled(9));
        return new int[] {offered, judged, trial, launched, contracted, NEVER};
    }

    private static int[] story(int offered, int daysToLaunch, int daysToContract, int ended) {
        int judged = offered + daysToLaunch / 4;
        int trial = offered + daysToLaunch / 2;
        int launched = offered + daysToLaunch;
        int contracted = offered + daysToContract;
        return new int[] {
            offered, judged, trial, launched, contracted < ended ? contracted : NEVER, ended
        };
    }
}

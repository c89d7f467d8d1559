package io.quartermaster.domain.event.generator;

/** The words of items, reviews and messages. Some customers write personal fields into them. */
final class Wording {

    private static final String[] PRAISE = {
        "Lovely %s, exactly as described.",
        "Very good quality, I would buy this %s again.",
        "The %s arrived well packed and works perfectly.",
        "Excellent value for the money."
    };
    private static final String[] LUKEWARM = {
        "The %s is all right, nothing special.", "Does what it should.", "Average quality."
    };
    private static final String[] BLAME = {
        "Disappointed, the %s feels cheap.",
        "Not as described, poor quality.",
        "I expected more of this %s."
    };
    private static final String[] LATE = {
        "It came days late and nobody told me.", "Delivery took far too long."
    };
    private static final String[] BROKEN = {
        "The %s broke after a week.", "It arrived with a scratch and does not work."
    };
    private static final String[] QUESTIONS = {
        "Where is my order? It should have been here by now.",
        "How can I return the %s?",
        "Is the %s available in another colour?",
        "Please cancel my order.",
        "I was charged twice, please refund the second payment.",
        "The %s does not work, I want to exchange it."
    };
    private static final double PERSONAL_SHARE = 0.25;

    private final Draws draws;

    Wording(Draws draws) {
        this.draws = draws;
    }

    String title(SkuProfile sku) {
        Category category = sku.brand().category();
        return sku.brand().name() + " " + category.adjective(draws.below(16)) + " " + noun(sku);
    }

    String description(SkuProfile sku) {
        Category category = sku.brand().category();
        return "A %s, %s %s for your %s, made by %s."
                .formatted(
                        category.adjective(draws.below(16)),
                        category.adjective(draws.below(16)),
                        noun(sku),
                        category.label(),
                        sku.brand().name());
    }

    String review(SkuProfile sku, int rating, String complaint) {
        String[] pool =
                switch (complaint) {
                    case "delivery" -> LATE;
                    case "quality" -> BROKEN;
                    default -> rating >= 4 ? PRAISE : rating == 3 ? LUKEWARM : BLAME;
                };
        return pool[draws.below(pool.length)].formatted(noun(sku));
    }

    String message(SkuProfile sku, int customer) {
        String text = QUESTIONS[draws.below(QUESTIONS.length)].formatted(noun(sku));
        if (!draws.chance(PERSONAL_SHARE)) {
            return text;
        }
        return draws.chance(0.5)
                ? text + " Write to customer%d@example.com.".formatted(customer + 1)
                : text + " Call me at +49 30 %07d.".formatted(draws.below(10_000_000));
    }

    static String noun(SkuProfile sku) {
        return sku.brand().category().noun(sku.index() / 2);
    }
}

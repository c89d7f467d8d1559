package io.quartermaster.domain.replenishment.policy;

/** Checks of the numbers that a policy is asked with. */
final class Terms {

    /** Beyond it, sums of money and units lose their cents. */
    private static final double LARGEST = 1e15;

    private Terms() {}

    static void finite(String name, double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be a number, at most 1e15.\nMaybe check the input for an empty cell or a division by zero."
                            .formatted(name, value));
        }
    }

    /** 0 or more. */
    static void amount(String name, double value) {
        finite(name, value);
        if (value < 0) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be 0 or more.\nMaybe the sign is wrong."
                            .formatted(name, value));
        }
    }

    static void positive(String name, double value, String remedy) {
        finite(name, value);
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be above 0.\nMaybe %s.".formatted(name, value, remedy));
        }
    }

    /** Holding and penalty costs, both above 0, since else no stock or endless stock is best. */
    static void costs(double holding, double penalty) {
        positive("holding cost", holding, "it is missing: stock that costs nothing has no limit");
        positive("penalty cost", penalty, "it is missing: without it the best stock is none");
    }

    static void share(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must lie between 0 and 1, both excluded.\nMaybe write 95 %% as 0.95."
                            .formatted(name, value));
        }
    }
}

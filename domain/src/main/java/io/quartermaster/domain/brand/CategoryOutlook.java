package io.quartermaster.domain.brand;

import java.time.Duration;

/**
 * What a category is expected to sell, by a damped trend (Gardner and McKenzie 1985) through two
 * exponential means of its units a day.
 *
 * <pre>
 * trend b       = (recent - lasting) / (A_lasting - A_recent)
 * level         = recent + b A_recent
 * F             = level + b x mean over h = 1 to 28 of (0.9 + 0.9^2 + ... + 0.9^h), 0 or more
 * growth        = F / recent
 * </pre>
 *
 * A line through both means at their mean ages A, as Brown's double smoothing (1959) has it. The
 * ages are those of means that never began, q / (1 - q) days with q = 2^(-1 / half-life): both
 * means of a young category look back on the same days, so that their difference, and with it the
 * trend, is small until there is a history to tell one from.
 */
final class CategoryOutlook {

    private static final int HORIZON_DAYS = 28;
    private static final double DAMPING = 0.9;

    /** Days of trend that the mean day of the horizon has. */
    private static final double DAMPED_DAYS = dampedDays();

    private CategoryOutlook() {}

    /**
     * Units a day expected in the next four weeks over those sold recently: 1 for a category that
     * stays as it is, 0 for one that no longer sells.
     *
     * @param recent units a day by the short half-life
     * @param lasting units a day by the long one
     */
    static double growth(double recent, double lasting, BrandRules rules) {
        if (recent <= 0) {
            return 0;
        }
        double recentAge = meanAge(rules.recent());
        double trend = (recent - lasting) / (meanAge(rules.lasting()) - recentAge);
        double expected = recent + trend * recentAge + trend * DAMPED_DAYS;
        return Math.max(0, expected) / recent;
    }

    private static double meanAge(Duration halfLife) {
        double days = (double) halfLife.toMillis() / Duration.ofDays(1).toMillis();
        double kept = Math.pow(2, -1 / days);
        return kept / (1 - kept);
    }

    private static double dampedDays() {
        double sum = 0;
        double damped = 0;
        double power = 1;
        for (int day = 1; day <= HORIZON_DAYS; day++) {
            power *= DAMPING;
            damped += power;
            sum += damped;
        }
        return sum / HORIZON_DAYS;
    }
}

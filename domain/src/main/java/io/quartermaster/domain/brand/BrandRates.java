package io.quartermaster.domain.brand;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is known of a brand's returns and satisfaction, and which brands are like it.
 *
 * @param brand name of the brand
 * @param cluster name of its cluster, empty if not clustered yet
 * @param category of its offer, else in which it has most order lines; empty if not known
 * @param day up to which the sums are decayed
 * @param sums decayed sums in the order of {@link io.quartermaster.domain.satisfaction.Evidence}
 */
public record BrandRates(
        String brand, String cluster, String category, LocalDate day, double[] sums) {

    /** The same as of a later day. */
    BrandRates on(LocalDate later, Duration halfLife) {
        double days = Math.max(0, ChronoUnit.DAYS.between(day, later));
        double left = Math.pow(2, -days * Duration.ofDays(1).toMillis() / halfLife.toMillis());
        double[] then = sums.clone();
        for (int i = 0; i < then.length; i++) {
            then[i] *= left;
        }
        return new BrandRates(brand, cluster, category, later, then);
    }
}

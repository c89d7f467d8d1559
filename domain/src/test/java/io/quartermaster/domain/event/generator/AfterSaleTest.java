package io.quartermaster.domain.event.generator;

import static io.quartermaster.domain.event.generator.DefaultMarketplace.ORDERS;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.SEEN;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.isOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterSaleTest {

    @Test
    void letsBadBrandsBeRatedWorseAndReturnedAndComplainedOfMore() {
        String good = MarketplaceOptions.NEW_BRAND;
        String bad = "Bellavia";
        assertThat(meanRating(good)).isGreaterThan(meanRating(bad) + 0.7);
        assertThat(returnRate(bad)).isGreaterThan(1.5 * returnRate(good));
        assertThat(complaintRate(bad)).isGreaterThan(1.5 * complaintRate(good));
        assertThat(List.of(returnRate(good), returnRate(bad)))
                .allSatisfy(rate -> assertThat(rate).isBetween(0.005, 0.15));
        assertThat(List.of(complaintRate(good), complaintRate(bad)))
                .allSatisfy(rate -> assertThat(rate).isBetween(0.01, 0.4));
    }

    private static double meanRating(String brand) {
        return SEEN.all(EventKind.FEEDBACK, Feedback.class).stream()
                .filter(f -> isOf(brand, f.item()))
                .mapToInt(Feedback::rating)
                .average()
                .orElseThrow();
    }

    /** Units sent back of those sold. */
    private static double returnRate(String brand) {
        double returned =
                SEEN.all(EventKind.RETURNS, ReturnLine.class).stream()
                        .filter(line -> !line.cancellation() && isOf(brand, line.item()))
                        .mapToLong(ReturnLine::units)
                        .sum();
        return returned
                / ORDERS.stream()
                        .filter(line -> isOf(brand, line.item()))
                        .mapToLong(OrderLine::units)
                        .sum();
    }

    /** Complaints among what customers said. */
    private static double complaintRate(String brand) {
        return SEEN.all(EventKind.FEEDBACK, Feedback.class).stream()
                .filter(f -> isOf(brand, f.item()))
                .mapToInt(f -> f.complaint().isEmpty() ? 0 : 1)
                .average()
                .orElseThrow();
    }
}

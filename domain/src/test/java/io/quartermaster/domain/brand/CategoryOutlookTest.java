package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.generator.Flaw;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.MarketplaceSink;
import io.quartermaster.domain.event.generator.TrueDemand;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CategoryOutlookTest {

    private static final BrandRules RULES = BrandRules.standard();
    private static final double RECENT = Math.pow(2, -1.0 / 14);
    private static final double LASTING = Math.pow(2, -1.0 / 60);

    @Test
    void goesOnAsItIsWhereBothMeansAgree() {
        assertThat(CategoryOutlook.growth(5, 5, RULES)).isEqualTo(1);
        assertThat(CategoryOutlook.growth(0, 5, RULES)).isZero();
    }

    /**
     * Units that have always grown by one a day, 200 today: the means lie at 200 less their ages,
     * the level is 200, and the mean day of four weeks has 9 (1 - 8.5288 / 28) = 6.2586 days of
     * damped growth.
     */
    @Test
    void carriesALineOn() {
        double recentAge = RECENT / (1 - RECENT);
        double lastingAge = LASTING / (1 - LASTING);
        double recent = 200 - recentAge;
        assertThat(CategoryOutlook.growth(recent, 200 - lastingAge, RULES))
                .isCloseTo(206.2586 / recent, within(1e-6));
    }

    @Test
    void expectsNothingBelowNothing() {
        assertThat(CategoryOutlook.growth(1, 50, RULES)).isZero();
    }

    /**
     * Of generated categories: nearer to what they sell next than either measured growth or none.
     */
    @Test
    void isNearerToWhatIsSoldNextThanTheMeasuredGrowth() {
        double[] errors = new double[3];
        for (int seed = 1; seed <= 2; seed++) {
            unitsByCategory(seed).values().forEach(units -> score(units, errors));
        }
        assertThat(errors[0]).isLessThan(Math.min(errors[1], errors[2]));
    }

    /** Squared errors of the logarithm of growth: forecast, measured, none. */
    private static void score(double[] units, double[] errors) {
        double recent = 0;
        double lasting = 0;
        for (int day = 0; day + 28 < units.length; day++) {
            recent = recent * RECENT + units[day];
            lasting = lasting * LASTING + units[day];
            if (day >= 60 && day % 15 == 0) {
                double recentRate = recent * (1 - RECENT) / (1 - Math.pow(RECENT, day + 1.0));
                double lastingRate = lasting * (1 - LASTING) / (1 - Math.pow(LASTING, day + 1.0));
                double next = 0;
                for (int ahead = 1; ahead <= 28; ahead++) {
                    next += units[day + ahead] / 28;
                }
                double truth = Math.log(next / recentRate);
                double forecast = CategoryOutlook.growth(recentRate, lastingRate, RULES);
                errors[0] += Math.pow(truth - Math.log(forecast), 2);
                errors[1] += Math.pow(truth - Math.log(recentRate / lastingRate), 2);
                errors[2] += Math.pow(truth, 2);
            }
        }
    }

    private static Map<String, double[]> unitsByCategory(int seed) {
        MarketplaceOptions options =
                MarketplaceOptions.defaults().withDirt(0).withCampaigns(false).withSeed(seed);
        Map<String, String> categories = new HashMap<>();
        Map<String, double[]> units = new TreeMap<>();
        Marketplace.generate(
                options,
                new MarketplaceSink() {
                    @Override
                    public void event(EventKind kind, Event event, Flaw flaw) {
                        if (event instanceof CatalogueItem item) {
                            categories.put(item.item(), item.category());
                        } else if (event instanceof OrderLine line) {
                            LocalDate day = LocalDate.ofInstant(line.time(), ZoneOffset.UTC);
                            // Orders come before the catalogue: items stand for their category.
                            units.computeIfAbsent(line.item(), any -> new double[options.days()])[
                                            (int)
                                                    (day.toEpochDay()
                                                            - options.firstDay().toEpochDay())] +=
                                    (double) line.units();
                        }
                    }

                    @Override
                    public void truth(TrueDemand demand) {}
                });
        Map<String, double[]> sums = new TreeMap<>();
        units.forEach(
                (item, ofItem) -> {
                    double[] sum =
                            sums.computeIfAbsent(
                                    categories.get(item), any -> new double[options.days()]);
                    for (int day = 0; day < sum.length; day++) {
                        sum[day] += ofItem[day];
                    }
                });
        return sums;
    }
}

package io.quartermaster.domain.event.generator;

import static io.quartermaster.domain.event.generator.DefaultMarketplace.ITEMS;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.OPTIONS;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.ORDERS;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.SEEN;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarketplaceDemandTest {

    @Test
    void showsTheShapeOfTheWeek() {
        Map<DayOfWeek, Long> units =
                ORDERS.stream()
                        .filter(line -> "garden".equals(ITEMS.get(line.item()).category()))
                        .collect(
                                Collectors.groupingBy(
                                        line -> day(line).getDayOfWeek(),
                                        Collectors.summingLong(OrderLine::units)));
        assertThat(units.get(DayOfWeek.SATURDAY))
                .isGreaterThan(units.get(DayOfWeek.TUESDAY) * 3 / 2);
    }

    @Test
    void showsTheShapeOfTheYear() {
        Map<Integer, Integer> units =
                SEEN.truth.stream()
                        .filter(d -> d.day().getYear() == 2024)
                        .filter(d -> "Bellavia Halcyon".contains(ITEMS.get(d.item()).brand()))
                        .collect(
                                Collectors.groupingBy(
                                        d -> d.day().getMonthValue(),
                                        Collectors.summingInt(TrueDemand::trueDemand)));
        assertThat(units.get(5)).isGreaterThan(units.get(11) * 3 / 2);
    }

    @Test
    void sellsMoreOnPromotion() {
        Map<String, double[]> byItem = new TreeMap<>();
        Set<String> promoted = new HashSet<>();
        ORDERS.stream()
                .filter(OrderLine::promotion)
                .forEach(line -> promoted.add(line.item() + day(line)));
        SEEN.truth.forEach(
                d -> {
                    double[] sums = byItem.computeIfAbsent(d.item(), item -> new double[4]);
                    int at = promoted.contains(d.item() + d.day()) ? 0 : 2;
                    sums[at] += d.trueDemand();
                    sums[at + 1]++;
                });
        double[] fast =
                byItem.values().stream()
                        .filter(sums -> sums[1] > 20 && sums[2] / sums[3] > 1)
                        .reduce(new double[4], MarketplaceDemandTest::sum);
        assertThat(fast[0] / fast[1]).isGreaterThan(1.3 * fast[2] / fast[3]);
    }

    @Test
    void letsInterestLeadDemand() {
        Map<String, Integer> wanted = new HashMap<>();
        SEEN.truth.forEach(d -> wanted.put(d.item() + d.place() + d.day(), d.trueDemand()));
        double[] sums = new double[2];
        SEEN.all(EventKind.BEHAVIOUR, Behaviour.class).stream()
                .filter(b -> b.action() == BehaviourAction.VIEW)
                .forEach(
                        b -> {
                            LocalDate day = b.time().atZone(ZoneOffset.UTC).toLocalDate();
                            sums[0] +=
                                    wanted.getOrDefault(b.item() + b.place() + day.plusDays(1), 0);
                            sums[1] +=
                                    wanted.getOrDefault(b.item() + b.place() + day.minusDays(1), 0);
                        });
        assertThat(sums[0]).isGreaterThan(1.1 * sums[1]);
    }

    @Test
    void letsCustomersOfOneClusterBuyAlike() {
        Map<Integer, Map<String, Long>> brands =
                ORDERS.stream()
                        .filter(line -> !line.customer().isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        line -> Customers.cluster(number(line.customer())),
                                        Collectors.groupingBy(
                                                line -> ITEMS.get(line.item()).brand(),
                                                Collectors.counting())));
        brands.values()
                .forEach(
                        counts -> {
                            double all = counts.values().stream().mapToLong(Long::longValue).sum();
                            double best =
                                    counts.values().stream()
                                            .mapToLong(Long::longValue)
                                            .max()
                                            .orElseThrow();
                            assertThat(best / all).isGreaterThan(2.0 / OPTIONS.brands());
                        });
        assertThat(
                        brands.values().stream()
                                .map(MarketplaceDemandTest::favourite)
                                .distinct()
                                .count())
                .isGreaterThan(3);
    }

    private static int number(String customer) {
        return Integer.parseInt(customer.substring(1)) - 1;
    }

    private static String favourite(Map<String, Long> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static double[] sum(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] + b[i];
        }
        return result;
    }
}

package io.quartermaster.domain.event.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.ExpertJudgement;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketplaceTest {

    private static final MarketplaceOptions DEFAULTS = MarketplaceOptions.defaults();
    private static final Seen SEEN = Seen.of(DEFAULTS);

    private static final List<OrderLine> ORDERS = SEEN.all(EventKind.ORDERS, OrderLine.class);
    private static final Map<String, CatalogueItem> ITEMS =
            SEEN.all(EventKind.ITEMS, CatalogueItem.class).stream()
                    .collect(Collectors.toMap(CatalogueItem::item, i -> i, (a, b) -> a));

    @Test
    void leavesEventsOfEveryKindInTimeOrder() {
        assertThat(SEEN.sound.keySet())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(EventKind.ACTIONS)));
        SEEN.sound
                .values()
                .forEach(
                        events ->
                                assertThat(events)
                                        .isSortedAccordingTo(
                                                (a, b) -> a.time().compareTo(b.time())));
    }

    @Test
    void givesEveryEventOfAKindAnIdOfItsOwn() {
        SEEN.sound
                .values()
                .forEach(
                        events -> assertThat(events).extracting(Event::id).doesNotHaveDuplicates());
    }

    @Test
    void keepsWithinItsDays() {
        Instant start = DEFAULTS.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = DEFAULTS.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        SEEN.sound
                .values()
                .forEach(
                        events -> {
                            assertThat(events.get(0).time()).isAfterOrEqualTo(start);
                            assertThat(events.get(events.size() - 1).time()).isBefore(end);
                        });
    }

    @Test
    void isOfAModestSize() {
        assertThat(SEEN.flaws.values().stream().mapToInt(Integer::intValue).sum())
                .isBetween(150_000, 300_000);
    }

    @Test
    void spoilsOneToThreePerCentOfTheRecords() {
        double all = SEEN.flaws.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(1 - SEEN.flaws.get(Flaw.NONE) / all).isBetween(0.01, 0.03);
        assertThat(SEEN.flaws.keySet()).containsExactlyInAnyOrder(Flaw.values());
    }

    @Test
    void sellsNoMoreThanWasWantedAndStocked() {
        Map<String, Integer> wanted = new HashMap<>();
        SEEN.truth.forEach(d -> wanted.put(d.item() + d.place() + d.day(), d.trueDemand()));
        assertThat(unitsByItemPlaceDay())
                .allSatisfy((key, units) -> assertThat(units).isLessThanOrEqualTo(wanted.get(key)));
    }

    @Test
    void runsOutOfStockNowAndThenAndLosesSales() {
        List<StockLevel> ends =
                SEEN.all(EventKind.STOCK, StockLevel.class).stream()
                        .filter(level -> level.id().endsWith("end"))
                        .toList();
        double empty = ends.stream().filter(level -> level.onHand() == 0).count();
        double sold = ORDERS.stream().mapToLong(OrderLine::units).sum();
        double wanted = SEEN.truth.stream().mapToInt(TrueDemand::trueDemand).sum();
        assertThat(empty / ends.size()).isBetween(0.02, 0.15);
        assertThat(1 - sold / wanted).isBetween(0.01, 0.15);
    }

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
                        .reduce(new double[4], MarketplaceTest::sum);
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
    void letsSupplierAndCarrierBeLateNowAndThen() {
        Map<DeliveryDirection, List<Delivery>> deliveries =
                SEEN.all(EventKind.DELIVERIES, Delivery.class).stream()
                        .filter(d -> d.deliveredAt() != null)
                        .collect(Collectors.groupingBy(Delivery::direction));
        deliveries
                .values()
                .forEach(
                        some -> {
                            double late =
                                    some.stream()
                                            .filter(d -> d.deliveredAt().isAfter(d.promisedAt()))
                                            .count();
                            assertThat(late / some.size()).isBetween(0.03, 0.25);
                        });
        assertThat(deliveries.get(DeliveryDirection.INBOUND))
                .anyMatch(d -> d.deliveredUnits() < d.orderedUnits());
    }

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
                            assertThat(best / all).isGreaterThan(2.0 / DEFAULTS.brands());
                        });
        assertThat(brands.values().stream().map(MarketplaceTest::favourite).distinct().count())
                .isGreaterThan(3);
    }

    @Test
    void tellsTheNewBrandsStoryInOrder() {
        LocalDate tail = DEFAULTS.tailStart();
        assertThat(dayOf(stage(BrandStage.PROSPECT))).isEqualTo(tail.minusDays(21));
        BrandOffer offer =
                SEEN.all(EventKind.OFFERS, BrandOffer.class).stream()
                        .filter(o -> o.brand().equals(MarketplaceOptions.NEW_BRAND))
                        .findFirst()
                        .orElseThrow();
        List<ExpertJudgement> ratings =
                SEEN.all(EventKind.JUDGEMENTS, ExpertJudgement.class).stream()
                        .filter(j -> j.brand().equals(MarketplaceOptions.NEW_BRAND))
                        .toList();
        List<BrandTerms> terms =
                SEEN.all(EventKind.TERMS, BrandTerms.class).stream()
                        .filter(t -> t.brand().equals(MarketplaceOptions.NEW_BRAND))
                        .toList();
        Instant firstSale =
                ORDERS.stream().filter(l -> isNew(l.item())).findFirst().orElseThrow().time();
        Instant firstReview =
                SEEN.all(EventKind.FEEDBACK, Feedback.class).stream()
                        .filter(f -> isNew(f.item()))
                        .findFirst()
                        .orElseThrow()
                        .time();
        assertThat(ratings).hasSize(42);
        assertThat(terms).extracting(BrandTerms::version).containsExactly(1, 2);
        assertThat(
                        List.of(
                                offer.time(),
                                ratings.get(0).time(),
                                stage(BrandStage.EVALUATED),
                                terms.get(0).time(),
                                stage(BrandStage.TRIAL),
                                firstSale,
                                firstReview,
                                ratings.get(41).time(),
                                terms.get(1).time(),
                                stage(BrandStage.CONTRACTED)))
                .isSorted();
        assertThat(dayOf(firstSale)).isBetween(tail.plusDays(7), tail.plusDays(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dunmere", "Graphit"})
    void launchesSomeBrandsLaterThanTheOthers(String brand) {
        assertThat(stages(brand))
                .containsExactly(
                        BrandStage.PROSPECT,
                        BrandStage.EVALUATED,
                        BrandStage.TRIAL,
                        BrandStage.CONTRACTED);
        List<Instant> sales = sales(brand);
        assertThat(
                        List.of(
                                stage(brand, BrandStage.PROSPECT),
                                firstRating(brand),
                                stage(brand, BrandStage.EVALUATED),
                                stage(brand, BrandStage.TRIAL),
                                sales.get(0),
                                stage(brand, BrandStage.CONTRACTED)))
                .isSorted();
        assertThat(dayOf(stage(brand, BrandStage.PROSPECT)))
                .isAfter(DEFAULTS.firstDay().plusDays(30));
        assertThat(dayOf(sales.get(0))).isBefore(DEFAULTS.tailStart());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Estuary", "Isolde"})
    void endsSomeBrandsAndSellsNothingOfThemAfterwards(String brand) {
        assertThat(stages(brand))
                .containsExactly(
                        BrandStage.PROSPECT,
                        BrandStage.EVALUATED,
                        BrandStage.TRIAL,
                        BrandStage.CONTRACTED,
                        BrandStage.SUSPENDED,
                        BrandStage.ENDED);
        List<Instant> sales = sales(brand);
        assertThat(sales.get(sales.size() - 1))
                .isBetween(
                        stage(brand, BrandStage.SUSPENDED).minus(Duration.ofDays(14)),
                        stage(brand, BrandStage.ENDED));
    }

    @Test
    void endsNoOtherBrand() {
        assertThat(SEEN.all(EventKind.LIFECYCLE, LifeCycleStep.class))
                .filteredOn(step -> step.stage() == BrandStage.ENDED)
                .extracting(LifeCycleStep::brand)
                .containsExactlyInAnyOrder("Estuary", "Isolde");
    }

    @Test
    void judgesCriteriaConsistently() {
        Map<String, Integer> index = new HashMap<>();
        List<ExpertJudgement> pairs =
                SEEN.all(EventKind.JUDGEMENTS, ExpertJudgement.class).stream()
                        .filter(j -> j.expert().equals("expert-2") && j.brand().isEmpty())
                        .toList();
        pairs.forEach(
                p -> {
                    index.putIfAbsent(p.criterion(), index.size());
                    index.putIfAbsent(p.against(), index.size());
                });
        double[][] matrix = new double[7][7];
        for (int i = 0; i < 7; i++) {
            matrix[i][i] = 1;
        }
        pairs.forEach(
                p -> {
                    matrix[index.get(p.criterion())][index.get(p.against())] = p.value();
                    matrix[index.get(p.against())][index.get(p.criterion())] = 1 / p.value();
                });
        assertThat(pairs).hasSize(21);
        assertThat((largestEigenvalue(matrix) - 7) / 6 / 1.32).isBetween(0.0, 0.1);
    }

    @Test
    void leavesOldItemsAsTheyWereWhenItGrows() {
        MarketplaceOptions small = DEFAULTS.withSize(4, 8, 60);
        MarketplaceOptions large = DEFAULTS.withSize(4, 16, 60);
        List<TrueDemand> few = Seen.of(small).truth;
        assertThat(Seen.of(large).truth).containsAll(few);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 45, 90, 200})
    void scalesTheStoryToFewerDays(int days) {
        Seen seen = Seen.of(DEFAULTS.withSize(3, 6, days));
        assertThat(stages(seen, MarketplaceOptions.NEW_BRAND))
                .containsExactly(
                        BrandStage.PROSPECT,
                        BrandStage.EVALUATED,
                        BrandStage.TRIAL,
                        BrandStage.CONTRACTED);
    }

    @Test
    void drawsAnotherMarketplaceFromAnotherSeed() {
        MarketplaceOptions small = DEFAULTS.withSize(3, 6, 60);
        assertThat(Seen.of(small.withSeed(2)).truth).isNotEqualTo(Seen.of(small).truth);
        assertThat(Seen.of(small).sound).isEqualTo(Seen.of(small).sound);
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        assertThatThrownBy(() -> DEFAULTS.withSize(12, 5, 420))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of skus (5) must be 12 or more.");
        assertThatThrownBy(() -> DEFAULTS.withDirt(0.5))
                .hasMessage("The dirt (0.5) must be 0 to 0.2.\nMaybe 0.01.");
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

    private static List<Instant> sales(String brand) {
        return ORDERS.stream()
                .filter(line -> isOf(brand, line.item()))
                .map(OrderLine::time)
                .toList();
    }

    private static Instant firstRating(String brand) {
        return SEEN.all(EventKind.JUDGEMENTS, ExpertJudgement.class).stream()
                .filter(judgement -> judgement.brand().equals(brand))
                .findFirst()
                .orElseThrow()
                .time();
    }

    private static boolean isOf(String brand, String item) {
        return ITEMS.get(item).brand().equals(brand);
    }

    private static Map<String, Long> unitsByItemPlaceDay() {
        return ORDERS.stream()
                .collect(
                        Collectors.groupingBy(
                                line -> line.item() + line.place() + day(line),
                                Collectors.summingLong(OrderLine::units)));
    }

    private static boolean isNew(String item) {
        return isOf(MarketplaceOptions.NEW_BRAND, item);
    }

    private static List<BrandStage> stages(String brand) {
        return stages(SEEN, brand);
    }

    private static List<BrandStage> stages(Seen seen, String brand) {
        return seen.all(EventKind.LIFECYCLE, LifeCycleStep.class).stream()
                .filter(step -> step.brand().equals(brand))
                .map(LifeCycleStep::stage)
                .toList();
    }

    private static Instant stage(BrandStage stage) {
        return stage(MarketplaceOptions.NEW_BRAND, stage);
    }

    private static Instant stage(String brand, BrandStage stage) {
        return SEEN.all(EventKind.LIFECYCLE, LifeCycleStep.class).stream()
                .filter(s -> s.brand().equals(brand) && s.stage() == stage)
                .findFirst()
                .orElseThrow()
                .time();
    }

    private static int number(String customer) {
        return Integer.parseInt(customer.substring(1)) - 1;
    }

    private static String favourite(Map<String, Long> counts) {
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static LocalDate day(OrderLine line) {
        return dayOf(line.time());
    }

    private static LocalDate dayOf(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static double[] sum(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] + b[i];
        }
        return result;
    }

    private static double largestEigenvalue(double[][] matrix) {
        double[] vector = {1.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7, 1.0 / 7};
        double value = 0;
        for (int round = 0; round < 100; round++) {
            double[] next = new double[7];
            value = 0;
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < 7; j++) {
                    next[i] += matrix[i][j] * vector[j];
                }
                value += next[i];
            }
            for (int i = 0; i < 7; i++) {
                next[i] /= value;
            }
            vector = next;
        }
        return value;
    }
}

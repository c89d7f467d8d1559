package io.quartermaster.domain.replenishment;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.replenishment.policy.Newsvendor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One supplier's items on a plan day, and the problem of what to order of them.
 *
 * @param supplier who delivers
 * @param planDay first day of the plan
 * @param problem what to order
 * @param members who each item of the problem is, in its order
 */
public record SupplierGroup(
        String supplier, LocalDate planDay, ReplenishmentProblem problem, List<Member> members) {

    private static final double DAYS_OF_YEAR = 365;

    public SupplierGroup {
        members = List.copyOf(members);
    }

    /**
     * An item of the problem.
     *
     * @param item its catalogue entry
     * @param place where it lies
     * @param unitCost what a unit costs under its terms, in the smallest order
     * @param assumed whether its figures come from assumptions
     * @param onHand units on the evening before
     * @param stockValue what the lots cost that they are of
     */
    public record Member(
            CatalogueItem item,
            String place,
            BigDecimal unitCost,
            boolean assumed,
            long onHand,
            BigDecimal stockValue) {}

    /**
     * What is known of a supplier at the end of the day before the plan day.
     *
     * @param items its catalogue entries, by item
     * @param terms every version of its brands' terms
     * @param stages the stage of each brand that entered one
     * @param positions its stock
     * @param forecasts champion forecasts made on the day before
     * @param exposures money that the orders of a brand's items may come to, of those with a limit
     */
    public record Knowledge(
            Map<String, CatalogueItem> items,
            Collection<BrandTerms> terms,
            Map<String, BrandStage> stages,
            Collection<StockPosition> positions,
            Collection<ItemForecast> forecasts,
            Map<String, Double> exposures) {

        /** What is known where no brand has a limit. */
        public Knowledge(
                Map<String, CatalogueItem> items,
                Collection<BrandTerms> terms,
                Map<String, BrandStage> stages,
                Collection<StockPosition> positions,
                Collection<ItemForecast> forecasts) {
            this(items, terms, stages, positions, forecasts, Map.of());
        }
    }

    /**
     * The group of every item that has a forecast and a catalogue entry. It looks as many days
     * ahead as the rules say, and at least until an order of the first day has lasted its review
     * period.
     */
    public static SupplierGroup of(
            String supplier, LocalDate planDay, Knowledge knowledge, PlanningRules rules) {
        return new Builder(planDay, knowledge, rules).build(supplier);
    }

    /** Some of its items, by index in rising order. */
    public SupplierGroup only(List<Integer> indexes) {
        List<PlannedItem> some = indexes.stream().map(problem.items()::get).toList();
        return new SupplierGroup(
                supplier,
                planDay,
                problem.withItems(some),
                indexes.stream().map(members::get).toList());
    }

    /** The same with near orders that cost money to change, by item. */
    public SupplierGroup keeping(List<KeptOrders> kept) {
        List<PlannedItem> keeping = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            keeping.add(problem.items().get(i).keeping(kept.get(i)));
        }
        return new SupplierGroup(supplier, planDay, problem.withItems(keeping), members);
    }

    /** What a unit of an order costs: by the terms of its day and the price tier of its size. */
    public BigDecimal unitCost(int index, LocalDate orderDay, long units) {
        int day = Math.toIntExact(orderDay.toEpochDay() - planDay.toEpochDay());
        double share = problem.items().get(index).rules(day).prices().share(units);
        BigDecimal cost = members.get(index).unitCost();
        return share == 1 ? cost : cost.multiply(BigDecimal.valueOf(share));
    }

    /** Stock that is assumed of an item of which none is known. */
    public static long assumedUnits(ItemForecast forecast, PlanningRules rules) {
        return (long) Math.ceil(rules.assumedCoverDays() * forecast.meanPerDay());
    }

    /** Gathers items, pools and places in the order of (item, place). */
    private static final class Builder {
        private final LocalDate planDay;
        private final Knowledge knowledge;
        private final PlanningRules rules;
        private int days;
        private final Map<String, StockPosition> positions = new LinkedHashMap<>();
        private final OrderPools pools = new OrderPools();
        private final Map<String, List<BindingTerms>> termsOfBrands = new LinkedHashMap<>();
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final List<PlannedItem> planned = new ArrayList<>();
        private final List<Member> members = new ArrayList<>();

        private Builder(LocalDate planDay, Knowledge knowledge, PlanningRules rules) {
            this.planDay = planDay;
            this.knowledge = knowledge;
            this.rules = rules;
            knowledge
                    .positions()
                    .forEach(
                            position ->
                                    positions.put(
                                            position.item() + "|" + position.place(), position));
        }

        private SupplierGroup build(String supplier) {
            List<ItemForecast> forecasts =
                    knowledge.forecasts().stream()
                            .filter(forecast -> knowledge.items().containsKey(forecast.item()))
                            .sorted(
                                    Comparator.comparing(ItemForecast::item)
                                            .thenComparing(ItemForecast::place))
                            .toList();
            days = daysOf(forecasts);
            forecasts.forEach(forecast -> add(supplier, forecast));
            List<StoragePlace> storage =
                    places.keySet().stream()
                            .map(place -> new StoragePlace(place, rules.placeVolume()))
                            .toList();
            ReplenishmentProblem problem =
                    new ReplenishmentProblem(days, planned, pools.pools(), storage, exposures());
            return new SupplierGroup(supplier, planDay, problem, members);
        }

        /** A limit of each brand that has one and is planned, by name. */
        private List<MoneyLimit> exposures() {
            Map<String, Set<String>> itemsOf = new TreeMap<>();
            for (Member member : members) {
                itemsOf.computeIfAbsent(member.item().brand(), any -> new TreeSet<>())
                        .add(member.item().item());
            }
            itemsOf.keySet().retainAll(knowledge.exposures().keySet());
            return itemsOf.entrySet().stream()
                    .map(
                            brand ->
                                    new MoneyLimit(
                                            MoneyLimit.EXPOSURE,
                                            brand.getKey(),
                                            0,
                                            days - 1,
                                            knowledge.exposures().get(brand.getKey()),
                                            brand.getValue()))
                    .toList();
        }

        /** Long enough that an order of the first day arrives and lasts until the next one. */
        private int daysOf(List<ItemForecast> forecasts) {
            int longest = rules.horizonDays();
            for (ItemForecast forecast : forecasts) {
                BindingTerms terms = terms(forecast);
                longest = Math.max(longest, terms.leadTimeDays() + terms.reviewDays());
            }
            return longest;
        }

        private BindingTerms terms(ItemForecast forecast) {
            return terms(brand(forecast), 0);
        }

        private String brand(ItemForecast forecast) {
            return knowledge.items().get(forecast.item()).brand();
        }

        private BindingTerms terms(String brand, int day) {
            BrandStage stage = knowledge.stages().get(brand);
            if (stage != null && !stage.orders()) {
                return BindingTerms.stopped(brand, stage, rules.withoutTerms());
            }
            return BindingTerms.of(
                    brand, planDay.plusDays(day), knowledge.terms(), rules.withoutTerms());
        }

        /** The terms of each day of the plan, and of the day after it. */
        private List<BindingTerms> termsByDay(String brand) {
            return termsOfBrands.computeIfAbsent(
                    brand,
                    name ->
                            IntStream.rangeClosed(0, days)
                                    .mapToObj(day -> terms(name, day))
                                    .toList());
        }

        /** The terms of the first day that has any, else those of the plan day. */
        private BindingTerms leading(List<BindingTerms> byDay) {
            return byDay.stream().filter(BindingTerms::orders).findFirst().orElse(byDay.get(0));
        }

        private void add(String supplier, ItemForecast forecast) {
            CatalogueItem item = knowledge.items().get(forecast.item());
            List<BindingTerms> withDayAfter = termsByDay(brand(forecast));
            List<BindingTerms> termsByDay = withDayAfter.subList(0, days);
            BindingTerms terms = leading(termsByDay);
            StockPosition position =
                    positions.getOrDefault(
                            forecast.item() + "|" + forecast.place(),
                            StockPosition.unknown(forecast.item(), forecast.place()));
            boolean coverAssumed = !position.known() && item.assumed();
            double onHand = coverAssumed ? assumedUnits(forecast, rules) : position.units();
            BigDecimal unitCost = item.unitCost().multiply(terms.costFactor());
            DayRules dayRules =
                    DayRules.of(supplier, planDay, termsByDay, terms, rules.firstOrderDay(), pools);
            SafetyStock safety = safetyStock(forecast, terms);
            planned.add(
                    new PlannedItem(
                            item.item(),
                            places.computeIfAbsent(forecast.place(), name -> places.size()),
                            costs(item, unitCost.doubleValue(), terms),
                            dayRules.first(),
                            onHand,
                            arriving(position),
                            demand(forecast),
                            safety,
                            withDayAfter.get(days).orders()
                                    ? endStock(forecast, safety, dayRules.last())
                                    : 0,
                            Double.POSITIVE_INFINITY,
                            item.unitVolume(),
                            termsByDay.get(0).words(),
                            dayRules.byDay(),
                            0));
            members.add(
                    new Member(
                            item,
                            forecast.place(),
                            unitCost,
                            item.assumed() || coverAssumed || terms.assumed(),
                            (long) onHand,
                            coverAssumed
                                    ? unitCost.multiply(BigDecimal.valueOf((long) onHand))
                                    : position.ledger().cost()));
        }

        private SafetyStock safetyStock(ItemForecast forecast, BindingTerms terms) {
            return SafetyStock.of(
                    forecast.cumulativeQ50(),
                    forecast.cumulativeQ90(),
                    terms.leadTimeDays() + terms.reviewDays(),
                    rules.serviceLevel());
        }

        private ItemCosts costs(CatalogueItem item, double unitCost, BindingTerms terms) {
            double holding = unitCost * rules.holdingRatePerYear() / DAYS_OF_YEAR;
            int riskDays = terms.leadTimeDays() + terms.reviewDays();
            return new ItemCosts(
                    unitCost,
                    rules.orderCost(),
                    holding,
                    item.listPrice().doubleValue() * rules.lostSaleShare(),
                    Newsvendor.shortfallCost(holding, rules.serviceLevel()),
                    unitCost + holding * riskDays);
        }

        private double[] arriving(StockPosition position) {
            double[] arriving = new double[days];
            for (OpenOrder order : position.openOrders()) {
                long day = order.arrivalDay().toEpochDay() - planDay.toEpochDay();
                if (day >= 0 && day < days) {
                    arriving[(int) day] += order.units();
                }
            }
            return arriving;
        }

        private double[] demand(ItemForecast forecast) {
            double[] demand = new double[days];
            Arrays.setAll(demand, forecast::mean);
            return demand;
        }

        /** Whole packs of what lead time, review and safety ask for after the horizon. */
        private double endStock(ItemForecast forecast, SafetyStock safety, OrderRules rules) {
            double expected = forecast.meanPerDay() * safety.riskDays();
            return rules.inPacks(expected + safety.units());
        }
    }
}

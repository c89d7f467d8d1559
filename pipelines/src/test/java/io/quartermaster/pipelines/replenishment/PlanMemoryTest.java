package io.quartermaster.pipelines.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.ReplenishmentPlanner;
import io.quartermaster.domain.replenishment.StockPosition;
import io.quartermaster.domain.replenishment.SupplierGroup;
import io.quartermaster.domain.replenishment.SupplierPlan;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class PlanMemoryTest {

    private static final LocalDate EVE = LocalDate.of(2026, 3, 1);

    @Test
    void aPriceThatFellToNothingIsForgotten() throws Exception {
        PlanMemory memory = new PlanMemory(store());
        SupplierGroup group = group(EVE);
        memory.keep(group, plan(group, 2));
        SupplierGroup next = group(EVE.plusDays(1));
        assertThat(price(memory, next)).isEqualTo(2);
        memory.keep(next, plan(next, 0));
        assertThat(price(memory, next)).isZero();
    }

    /** A plan of other items says nothing of a limit that they do not use. */
    @Test
    void pricesOfLimitsThatThePlanDoesNotUseStay() throws Exception {
        PlanMemory memory = new PlanMemory(store());
        SupplierGroup group = group(EVE);
        memory.keep(group, plan(group, 2));
        SupplierGroup none = group.only(List.of());
        memory.keep(none, plan(none, 0));
        assertThat(price(memory, group)).isEqualTo(2);
    }

    private static double price(PlanMemory memory, SupplierGroup group) throws Exception {
        double[][] capacity = memory.warm(group, memory.last(group)).prices().capacity();
        return Arrays.stream(capacity).mapToDouble(days -> days[0]).max().orElseThrow();
    }

    private static SupplierGroup group(LocalDate eve) {
        return SupplierGroup.of(
                "East",
                eve.plusDays(1),
                new SupplierGroup.Knowledge(
                        Map.of("I0", SupplyStory.item("I0", "B", "East")),
                        List.of(SupplyStory.terms("B", "East", 1, EVE.minusDays(30), null)),
                        Map.of(),
                        List.of(StockPosition.unknown("I0", "main")),
                        List.of(
                                ItemForecast.of(
                                        SupplyStory.forecast("I0", "main", eve, "m", true, 3))),
                        Map.of()),
                ReplenishmentOptions.of(new Configuration()).rules());
    }

    /** The greedy plan with a price of every pool's capacity on all days. */
    private static SupplierPlan plan(SupplierGroup group, double price) {
        SupplierPlan greedy = ReplenishmentPlanner.greedy("a test").plan(group.problem());
        double[][] capacity =
                new double[group.problem().pools().size()][group.problem().horizonDays()];
        Arrays.stream(capacity).forEach(days -> Arrays.fill(days, price));
        return new SupplierPlan(
                greedy.plan(),
                greedy.relaxation(),
                greedy.solver(),
                greedy.status(),
                greedy.objective(),
                greedy.bound(),
                capacity,
                greedy.volumePrices(),
                greedy.moneyPrices(),
                greedy.branches(),
                greedy.violations(),
                greedy.reason());
    }

    /** Map states in memory; of no other state is anything asked. */
    private static KeyedStateStore store() {
        return proxy(
                KeyedStateStore.class,
                (method, arguments) -> method.equals("getMapState") ? mapState() : null);
    }

    private static MapState<?, ?> mapState() {
        Map<Object, Object> map = new HashMap<>();
        return proxy(
                MapState.class,
                (method, arguments) ->
                        switch (method) {
                            case "get" -> map.get(arguments[0]);
                            case "put" -> {
                                map.put(arguments[0], arguments[1]);
                                yield null;
                            }
                            case "remove" -> {
                                map.remove(arguments[0]);
                                yield null;
                            }
                            case "entries" -> map.entrySet();
                            default -> throw new UnsupportedOperationException(method);
                        });
    }

    private interface Calls {
        Object on(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> calls.on(method.getName(), arguments)));
    }
}

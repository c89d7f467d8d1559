package io.quartermaster.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderAssignmentTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    /** As many jobs as can be, then the least cost: every assignment of five jobs is tried. */
    @Test
    void equalsEveryAssignmentTried() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[][] costs = new double[5][3];
            for (double[] ofJob : costs) {
                for (int bin = 0; bin < 3; bin++) {
                    ofJob[bin] = random.nextInt(3) == 0 ? NONE : random.nextInt(9);
                }
            }
            int[] limits = {random.nextInt(3), random.nextInt(3), random.nextInt(3)};

            int[] bins = LimitedAssignment.of(costs, limits);

            assertThat(value(costs, limits, bins))
                    .as("seed " + seed)
                    .isCloseTo(best(costs, limits), within(1e-9));
        }
    }

    @Test
    void takesTheCheaperPlantAndTheBandOfTheWeight() {
        OrderAssignment assignment =
                OrderAssignment.of(
                        network(5), List.of(order("1", "DTD", 12), order("2", "DTD", 3)));

        assertThat(assignment.unserved()).isEmpty();
        OrderAssignment.Served heavy = assignment.served().get(0);
        assertThat(heavy.plant()).isEqualTo("A");
        assertThat(heavy.lane()).isEqualTo(new PlantNetwork.Lane("P1", "V1", "AIR", 24, 2));
        assertThat(heavy.plantCost()).isEqualTo(10);
        assertThat(assignment.served().get(1).freightCost()).isEqualTo(9);
        assertThat(assignment.cost()).isEqualTo(10 + 24 + 10 + 9);
    }

    @Test
    void sendsToAnotherPlantWhatTheCheapestCannotTake() {
        OrderAssignment assignment =
                OrderAssignment.of(
                        network(1),
                        List.of(order("1", "DTD", 3), order("2", "CRF", 3), order("3", "DTD", 3)));

        assertThat(assignment.served())
                .extracting(one -> one.order().id() + one.plant())
                .containsExactly("1A", "2B", "3B");
        assertThat(assignment.served().get(1).freightCost()).isZero();
    }

    @Test
    void saysWhyAnOrderGoesUnserved() {
        List<ShippingOrder> orders =
                List.of(
                        new ShippingOrder("1", "d", "c", "none", "P9", "DTD", 1, 1),
                        new ShippingOrder("2", "d", "c", "kept", "P9", "DTD", 1, 1),
                        order("3", "DTP", 1),
                        order("4", "DTD", 500),
                        order("5", "DTD", 1),
                        order("6", "DTD", 1),
                        order("7", "DTD", 1),
                        order("8", "DTD", 1));

        OrderAssignment assignment = OrderAssignment.of(network(1), orders);

        assertThat(assignment.served()).hasSize(3);
        assertThat(assignment.unserved())
                .extracting(OrderAssignment.Unserved::reason)
                .containsExactly(
                        "no plant makes the product (none)",
                        "the plants that make the product (C) serve other customers only",
                        "no freight by the service (DTP) for a weight of 1.0 from the plants (A B) to P9",
                        "no freight by the service (DTD) for a weight of 500.0 from the plants (A B) to P9",
                        "the plants that could serve it (A B) are full on 2024-01-01");
    }

    @Test
    void countsCapacitiesByDay() {
        List<ShippingOrder> orders = new ArrayList<>();
        for (String day : List.of("2024-01-01", "2024-01-02")) {
            for (int i = 0; i < 3; i++) {
                orders.add(new ShippingOrder(day + i, day, "c", "x", "P9", "DTD", 1, 1));
            }
        }

        assertThat(OrderAssignment.of(network(1), orders).served()).hasSize(6);
    }

    /** Plant B costs more and takes two a day; C makes another product, for one customer. */
    private static PlantNetwork network(int limitOfA) {
        return new PlantNetwork(
                Map.of(
                        "A",
                        new PlantNetwork.Plant(limitOfA, 1, Set.of("x"), Set.of(), Set.of("P1")),
                        "B",
                        new PlantNetwork.Plant(2, 2, Set.of("x"), Set.of(), Set.of("P1")),
                        "C",
                        new PlantNetwork.Plant(
                                9, 1, Set.of("kept"), Set.of("other"), Set.of("P1"))),
                List.of(
                        new FreightRate("V2", "P1", "P9", "DTD", "AIR", 0, 9.99, 9, 2, 1),
                        new FreightRate("V1", "P1", "P9", "DTD", "AIR", 10, 99.99, 5, 2, 2),
                        new FreightRate("V3", "P1", "P9", "DTD", "AIR", 10, 99.99, 50, 2, 1),
                        new FreightRate("V3", "P2", "P9", "DTP", "AIR", 0, 99.99, 1, 1, 1)),
                "CRF");
    }

    private static ShippingOrder order(String id, String service, double weight) {
        return new ShippingOrder(id, "2024-01-01", "c", "x", "P9", service, 10, weight);
    }

    private static double value(double[][] costs, int[] limits, int[] bins) {
        int[] used = new int[limits.length];
        double value = 0;
        for (int job = 0; job < bins.length; job++) {
            if (bins[job] < 0) {
                value += 1000;
            } else {
                value += costs[job][bins[job]];
                value += ++used[bins[job]] > limits[bins[job]] ? NONE : 0;
            }
        }
        return value;
    }

    private static double best(double[][] costs, int[] limits) {
        double best = NONE;
        for (int code = 0; code < 1024; code++) {
            int[] bins = new int[5];
            for (int job = 0, rest = code; job < 5; job++, rest /= 4) {
                bins[job] = rest % 4 - 1;
            }
            best = Math.min(best, value(costs, limits, bins));
        }
        return best;
    }
}

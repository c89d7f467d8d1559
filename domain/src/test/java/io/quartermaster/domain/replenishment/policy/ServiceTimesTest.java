package io.quartermaster.domain.replenishment.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.replenishment.policy.ServiceNetwork.Arc;
import io.quartermaster.domain.replenishment.policy.ServiceNetwork.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServiceTimesTest {

    /** Snyder and Shen, example 6.5: service times 0, 0, 0, 1 at a cost of 8.28. */
    @Test
    void agreesWithSnyderAndShen() {
        ServiceTimes answer =
                ServiceTimes.of(
                        new ServiceNetwork(
                                List.of(
                                        new Stage("1", 1, 2, 1, 0, 0),
                                        new Stage("2", 3, 1, 0, 1, 0),
                                        new Stage("3", 2, 1, 0, 0, 0),
                                        new Stage("4", 3, 1, 0, 1, 1)),
                                List.of(new Arc("1", "3"), new Arc("3", "2"), new Arc("3", "4"))),
                        1);
        assertThat(answer.costPerPeriod()).isCloseTo(8.2779, within(5e-5));
        assertThat(answer.placements())
                .extracting(ServiceTimes.Placement::serviceTime)
                .containsExactly(0, 0, 0, 1);
    }

    /**
     * All service times of 200 random trees, each stage's inbound time the latest of its inputs.
     */
    @Test
    void noServiceTimesAreCheaper() {
        Random random = new Random(17);
        for (int n = 0; n < 200; n++) {
            int count = 1 + random.nextInt(6);
            List<Stage> stages = new ArrayList<>();
            List<Arc> arcs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                stages.add(
                        new Stage(
                                "s" + i,
                                1 + random.nextInt(9),
                                random.nextInt(4),
                                random.nextInt(3),
                                random.nextInt(3),
                                random.nextInt(3)));
                if (i > 0) {
                    String other = "s" + random.nextInt(i);
                    arcs.add(
                            random.nextBoolean()
                                    ? new Arc(other, "s" + i)
                                    : new Arc("s" + i, other));
                }
            }
            ServiceNetwork network = new ServiceNetwork(stages, arcs);
            ServiceTimes answer = ServiceTimes.of(network, 1.645);
            assertThat(answer.costPerPeriod()).isCloseTo(enumerated(network), within(1e-9));
            assertThat(cost(network, services(answer)))
                    .isLessThanOrEqualTo(answer.costPerPeriod() + 1e-9);
        }
    }

    private static int[] services(ServiceTimes answer) {
        return answer.placements().stream().mapToInt(p -> p.serviceTime()).toArray();
    }

    private static double enumerated(ServiceNetwork network) {
        int[] services = new int[network.stages.size()];
        double best = Double.POSITIVE_INFINITY;
        while (true) {
            best = Math.min(best, cost(network, services));
            int i = 0;
            while (i < services.length && services[i] == network.serviceLimit(i)) {
                services[i++] = 0;
            }
            if (i == services.length) {
                return best;
            }
            services[i]++;
        }
    }

    private static double cost(ServiceNetwork network, int[] services) {
        double sum = 0;
        for (int i = 0; i < services.length; i++) {
            Stage stage = network.stages.get(i);
            int inbound = stage.inboundTime();
            for (int supplier : network.suppliers.get(i)) {
                inbound = Math.max(inbound, services[supplier]);
            }
            int covered = inbound + stage.time() - services[i];
            if (covered < 0) {
                return Double.POSITIVE_INFINITY;
            }
            sum += stage.holdingCost() * 1.645 * network.pooled[i] * Math.sqrt(covered);
        }
        return sum;
    }

    @Test
    void refusesWhatIsNoTree() {
        Stage a = new Stage("a", 1, 1, 0, 0, 0);
        Stage b = new Stage("b", 1, 1, 0, 1, 0);
        assertThatThrownBy(() -> new ServiceNetwork(List.of(a, b), List.of()))
                .hasMessageContaining("The stages (2) and arcs (0) must form one tree");
        assertThatThrownBy(
                        () ->
                                new ServiceNetwork(
                                        List.of(a, b),
                                        List.of(new Arc("a", "b"), new Arc("b", "a"))))
                .hasMessageContaining("The stages (2) and arcs (2) must form one tree");
        assertThatThrownBy(() -> new ServiceNetwork(List.of(a), List.of(new Arc("a", "c"))))
                .hasMessageContaining("The stage (c) of an arc is not among the stages.");
        assertThatThrownBy(() -> new ServiceNetwork(List.of(a, a), List.of()))
                .hasMessageContaining("The stage (a) is given twice.");
    }
}

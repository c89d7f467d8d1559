package io.quartermaster.pipelines.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardChangeTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 16})
    void tasksHaveEquallyManyShards(int shards) {
        List<ShardChange> cut = new ArrayList<>();
        BasketChange change =
                new BasketChange.Builder("A", new Held(0, 0, false), new Held(1, 0, true), 0)
                        .build();
        new ShardChange.Cut(shards).flatMap(change, new ListCollector<>(cut));
        for (int tasks = 1; tasks <= Math.min(shards, 8); tasks++) {
            double even = (double) shards / tasks;
            int[] count = new int[tasks];
            for (int number = 0; number < shards; number++) {
                int key = cut.get(number).key();
                assertThat(key % shards).isEqualTo(number);
                count[
                        KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                key, StrictEnvironment.MAX_PARALLELISM, tasks)]++;
            }
            assertThat(IntStream.of(count).boxed()).allMatch(of -> Math.abs(of - even) <= 1);
        }
    }
}

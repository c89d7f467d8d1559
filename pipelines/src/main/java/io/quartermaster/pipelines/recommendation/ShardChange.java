package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.domain.recommendation.incremental.Shard;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.util.Collector;

/**
 * What a change of a basket means to one shard of the item-to-item table. Every shard has to know
 * every item's own sums; of pairs each gets those with an item of its own.
 *
 * @param key of the shard, whose number is what is left of it divided by the count of shards
 * @param change with the others that the shard has to know
 */
public record ShardChange(int key, BasketChange change) {

    /** Cuts changes for so many shards. */
    static final class Cut implements FlatMapFunction<BasketChange, ShardChange> {

        private static final long serialVersionUID = 1L;

        private final int[] keys;

        Cut(int shards) {
            this.keys = IntStream.range(0, shards).map(number -> key(number, shards)).toArray();
        }

        @Override
        public void flatMap(BasketChange change, Collector<ShardChange> out) {
            for (int number = 0; number < keys.length; number++) {
                Shard shard = new Shard(number, keys.length);
                BasketChange part =
                        shard.owns(change.item()) ? change : change.withOthers(shard::owns);
                out.collect(new ShardChange(keys[number], part));
            }
        }

        /**
         * The least key in the middle of the shard's part of all key groups: tasks share evenly.
         */
        private static int key(int number, int shards) {
            int groups = StrictEnvironment.MAX_PARALLELISM;
            int wanted = (int) ((2L * number + 1) * groups / (2L * shards));
            int key = number;
            while (KeyGroupRangeAssignment.assignToKeyGroup(key, groups) != wanted) {
                key += shards;
            }
            return key;
        }
    }
}

package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.domain.recommendation.incremental.Shard;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * What a change of a basket means to one shard of the item-to-item table. Every shard has to know
 * every item's own sums; of pairs each gets those with an item of its own.
 *
 * @param shard number of the shard
 * @param change with the others that the shard has to know
 */
public record ShardChange(int shard, BasketChange change) {

    /** Cuts changes for so many shards. */
    static final class Cut implements FlatMapFunction<BasketChange, ShardChange> {

        private static final long serialVersionUID = 1L;

        private final int shards;

        Cut(int shards) {
            this.shards = shards;
        }

        @Override
        public void flatMap(BasketChange change, Collector<ShardChange> out) {
            for (int number = 0; number < shards; number++) {
                Shard shard = new Shard(number, shards);
                BasketChange part =
                        shard.owns(change.item()) ? change : change.withOthers(shard::owns);
                out.collect(new ShardChange(number, part));
            }
        }
    }
}

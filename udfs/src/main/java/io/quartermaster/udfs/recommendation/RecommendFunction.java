package io.quartermaster.udfs.recommendation;

import io.quartermaster.domain.recommendation.live.Proposal;
import java.util.List;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.types.Row;

/**
 * {@code RECOMMEND(customer, item, units, k)}: what to show each customer of a group, as rows
 * (customer, position, item, score, method_name, reason) for {@code UNNEST}.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ARRAY<ROW<customer STRING, `position` BIGINT, item STRING, score DOUBLE, method_name STRING, reason STRING>>"))
public final class RecommendFunction extends PurchaseAggregate {

    private static final long serialVersionUID = 1L;

    @Override
    protected void add(String customer, List<Proposal> list, List<Row> rows) {
        long position = 0;
        for (Proposal proposal : list) {
            rows.add(
                    Row.of(
                            customer,
                            ++position,
                            proposal.item(),
                            proposal.scoring().score(),
                            proposal.method().label(),
                            proposal.scoring().reason()));
        }
    }
}

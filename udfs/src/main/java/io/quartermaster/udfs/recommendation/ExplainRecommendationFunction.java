package io.quartermaster.udfs.recommendation;

import io.quartermaster.domain.recommendation.ScorePart;
import io.quartermaster.domain.recommendation.live.Proposal;
import java.util.List;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.types.Row;

/**
 * {@code EXPLAIN_RECOMMENDATION(customer, item, units, k)}: what the scores of {@code RECOMMEND}
 * are made of, as rows (customer, position, item, part, part_kind, part_source, amount) for {@code
 * UNNEST}; amounts of one item sum to its score.
 */
@FunctionHint(
        output =
                @DataTypeHint(
                        "ARRAY<ROW<customer STRING, `position` BIGINT, item STRING, part BIGINT, part_kind STRING, part_source STRING, amount DOUBLE>>"))
public final class ExplainRecommendationFunction extends PurchaseAggregate {

    private static final long serialVersionUID = 1L;

    @Override
    protected void add(String customer, List<Proposal> list, List<Row> rows) {
        long position = 0;
        for (Proposal proposal : list) {
            position++;
            long number = 0;
            for (ScorePart part : proposal.scoring().parts()) {
                rows.add(
                        Row.of(
                                customer,
                                position,
                                proposal.item(),
                                ++number,
                                part.kind().label(),
                                part.source(),
                                part.amount()));
            }
        }
    }
}

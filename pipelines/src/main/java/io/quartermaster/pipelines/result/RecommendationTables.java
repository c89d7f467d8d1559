package io.quartermaster.pipelines.result;

import static io.quartermaster.pipelines.result.ResultColumn.instant;
import static io.quartermaster.pipelines.result.ResultColumn.number;
import static io.quartermaster.pipelines.result.ResultColumn.text;
import static io.quartermaster.pipelines.result.ResultColumn.whole;
import static java.util.Comparator.comparing;

import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.pipelines.channel.Channels;
import java.util.List;
import java.util.stream.Stream;

/** The table of recommendations. */
final class RecommendationTables {

    private RecommendationTables() {}

    static ResultTable<Recommendation, Recommendation> recommendations() {
        return new ResultTable<>(
                "recommendations",
                Channels.RECOMMENDATIONS,
                List.of(
                        text("customer", Recommendation::customer),
                        whole("position", Recommendation::position),
                        text("item", Recommendation::item),
                        number("score", Recommendation::score),
                        text("reason", Recommendation::reason),
                        instant("as_of", Recommendation::asOf),
                        text("method_name", Recommendation::method)),
                comparing(Recommendation::customer)
                        .thenComparing(Recommendation::asOf)
                        .thenComparing(Recommendation::position),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }
}

package io.quartermaster.pipelines.result;

import static io.quartermaster.pipelines.result.ResultColumn.instant;
import static io.quartermaster.pipelines.result.ResultColumn.number;
import static io.quartermaster.pipelines.result.ResultColumn.text;
import static io.quartermaster.pipelines.result.ResultColumn.whole;
import static java.util.Comparator.comparing;

import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.pipelines.channel.Channels;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The tables of recommendations and of the parts of their scores. */
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
                order(),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<Recommendation, RecommendationPart> parts() {
        return new ResultTable<>(
                "recommendation_parts",
                Channels.RECOMMENDATIONS,
                List.of(
                        text("customer", row -> row.of().customer()),
                        whole("position", row -> (long) row.of().position()),
                        text("item", row -> row.of().item()),
                        whole("part", row -> row.number() + 1L),
                        text("part_kind", RecommendationPart::kind),
                        text("part_source", RecommendationPart::source),
                        number("amount", RecommendationPart::amount),
                        instant("as_of", row -> row.of().asOf())),
                order(),
                ResultTable.onlyOneVersion(),
                RecommendationPart::of);
    }

    private static Comparator<Recommendation> order() {
        return comparing(Recommendation::customer)
                .thenComparing(Recommendation::asOf)
                .thenComparing(Recommendation::position);
    }
}

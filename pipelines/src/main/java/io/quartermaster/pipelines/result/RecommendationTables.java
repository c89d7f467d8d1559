package io.quartermaster.pipelines.result;

import static io.quartermaster.pipelines.result.ResultColumn.instant;
import static io.quartermaster.pipelines.result.ResultColumn.number;
import static io.quartermaster.pipelines.result.ResultColumn.text;
import static io.quartermaster.pipelines.result.ResultColumn.whole;
import static java.util.Comparator.comparing;

import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.domain.recommendation.ShownItem;
import io.quartermaster.domain.recommendation.live.RankerFeature;
import io.quartermaster.pipelines.channel.Channels;
import java.util.ArrayList;
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

    /** In the order of time, as a ranker learns from them. */
    static ResultTable<ShownItem, ShownItem> shown() {
        List<ResultColumn<ShownItem>> columns =
                new ArrayList<>(
                        List.of(
                                text("customer", ShownItem::customer),
                                text("item", ShownItem::item),
                                instant("shown_at", ShownItem::shownAt),
                                whole("clicked", row -> row.clicked() ? 1L : 0L)));
        List<String> features = RankerFeature.labels();
        for (int i = 0; i < features.size(); i++) {
            int place = i;
            columns.add(number(features.get(i), row -> (double) row.features()[place]));
        }
        return new ResultTable<>(
                "shown_items",
                Channels.SHOWN_ITEMS,
                columns,
                comparing(ShownItem::shownAt)
                        .thenComparing(ShownItem::customer)
                        .thenComparing(ShownItem::item),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    private static Comparator<Recommendation> order() {
        return comparing(Recommendation::customer)
                .thenComparing(Recommendation::asOf)
                .thenComparing(Recommendation::position);
    }
}

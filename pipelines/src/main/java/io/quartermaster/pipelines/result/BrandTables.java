package io.quartermaster.pipelines.result;

import static io.quartermaster.pipelines.result.ResultColumn.day;
import static io.quartermaster.pipelines.result.ResultColumn.number;
import static io.quartermaster.pipelines.result.ResultColumn.text;
import static io.quartermaster.pipelines.result.ResultColumn.whole;
import static java.util.Comparator.comparing;

import io.quartermaster.domain.brand.BrandCriterion;
import io.quartermaster.domain.brand.BrandPrior;
import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.risk.LateChance;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.pipelines.channel.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of brands: their scores and risks. */
final class BrandTables {

    private BrandTables() {}

    static ResultTable<BrandScore, BrandScore> brandScores() {
        List<ResultColumn<BrandScore>> columns =
                new ArrayList<>(
                        List.of(
                                text("brand", BrandScore::brand),
                                day("event_day", BrandScore::eventDay),
                                number("score", BrandScore::score),
                                whole("position", BrandScore::position),
                                text("cluster", BrandScore::cluster),
                                text("stage", BrandScore::stage)));
        for (int i = 0; i < BrandCriterion.values().length; i++) {
            int index = i;
            String label = BrandCriterion.values()[i].label();
            columns.add(number("part_" + label, row -> row.parts()[index]));
        }
        for (int i = 0; i < BrandCriterion.values().length; i++) {
            int index = i;
            String label = BrandCriterion.values()[i].label();
            columns.add(number("rating_" + label, row -> row.ratings()[index]));
            columns.add(number("evidence_" + label, row -> row.evidence()[index]));
        }
        columns.add(number("consistency_ratio", BrandScore::consistencyRatio));
        columns.add(text("reason", BrandScore::reason));
        return new ResultTable<>(
                "brand_scores",
                Channels.BRAND_SCORES,
                columns,
                comparing(BrandScore::brand).thenComparing(BrandScore::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<BrandPrior, BrandPrior> brandPriors() {
        return new ResultTable<>(
                "brand_priors",
                Channels.BRAND_PRIORS,
                RecordColumns.of(BrandPrior.class),
                comparing(BrandPrior::brand).thenComparing(BrandPrior::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<RiskAlert, RiskAlert> riskAlerts() {
        return new ResultTable<>(
                "risk_alerts",
                Channels.RISK_ALERTS,
                RecordColumns.of(RiskAlert.class),
                comparing(RiskAlert::kind)
                        .thenComparing(RiskAlert::subject)
                        .thenComparing(RiskAlert::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<LateChance, LateChance> lateChances() {
        return new ResultTable<>(
                "late_chances",
                Channels.LATE_CHANCES,
                RecordColumns.of(LateChance.class),
                comparing(LateChance::order)
                        .thenComparing(LateChance::item)
                        .thenComparing(LateChance::place)
                        .thenComparing(LateChance::eventDay)
                        .thenComparing(LateChance::dueDay)
                        .thenComparingLong(LateChance::units),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }
}

package io.quartermaster.pipelines.result;

import static io.quartermaster.pipelines.result.ResultColumn.day;
import static io.quartermaster.pipelines.result.ResultColumn.flag;
import static io.quartermaster.pipelines.result.ResultColumn.number;
import static io.quartermaster.pipelines.result.ResultColumn.text;
import static io.quartermaster.pipelines.result.ResultColumn.whole;
import static java.util.Comparator.comparing;

import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionWeights;
import io.quartermaster.domain.satisfaction.action.ActionEffect;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import io.quartermaster.pipelines.channel.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of satisfaction and its weights. */
final class SatisfactionTables {

    private SatisfactionTables() {}

    static ResultTable<SatisfactionScore, SatisfactionScore> satisfaction() {
        List<ResultColumn<SatisfactionScore>> columns =
                new ArrayList<>(
                        List.of(
                                text("entity_kind", SatisfactionScore::entityKind),
                                text("entity", SatisfactionScore::entity),
                                day("event_day", SatisfactionScore::eventDay),
                                number("score", SatisfactionScore::score)));
        for (int i = 0; i < SatisfactionIndicator.values().length; i++) {
            int index = i;
            String label = SatisfactionIndicator.values()[i].label();
            columns.add(number("part_" + label, row -> row.parts()[index]));
        }
        columns.add(text("action", SatisfactionScore::action));
        for (int i = 0; i < SatisfactionIndicator.values().length; i++) {
            int index = i;
            String label = SatisfactionIndicator.values()[i].label();
            columns.add(number("rating_" + label, row -> row.indicators()[index]));
            columns.add(number("evidence_" + label, row -> row.evidence()[index]));
        }
        columns.addAll(causes());
        return new ResultTable<>(
                "satisfaction",
                Channels.SATISFACTION,
                columns,
                comparing(SatisfactionScore::entityKind)
                        .thenComparing(SatisfactionScore::entity)
                        .thenComparing(SatisfactionScore::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    /** Why a score differs from the entity's one before; empty in its first row. */
    private static List<ResultColumn<SatisfactionScore>> causes() {
        List<ResultColumn<SatisfactionScore>> columns = new ArrayList<>();
        columns.add(day("since_day", row -> row.cause() == null ? null : row.cause().since()));
        columns.add(
                number("change", row -> row.cause() == null ? Double.NaN : row.cause().change()));
        for (int i = 0; i < SatisfactionIndicator.COUNT; i++) {
            int index = i;
            columns.add(
                    number(
                            "change_" + SatisfactionIndicator.values()[i].label(),
                            row -> row.cause() == null ? Double.NaN : row.cause().levels()[index]));
        }
        columns.add(
                number("change_mix", row -> row.cause() == null ? Double.NaN : row.cause().mix()));
        columns.add(
                number(
                        "change_weighting",
                        row -> row.cause() == null ? Double.NaN : row.cause().weighting()));
        columns.add(text("cause", row -> row.cause() == null ? "" : row.cause().main()));
        return columns;
    }

    static ResultTable<SatisfactionWeights, SatisfactionWeights> satisfactionWeights() {
        List<ResultColumn<SatisfactionWeights>> columns =
                new ArrayList<>(
                        List.of(
                                text("entity_kind", SatisfactionWeights::entityKind),
                                day("event_day", SatisfactionWeights::eventDay),
                                text("weight_method", SatisfactionWeights::method)));
        for (int i = 0; i < SatisfactionIndicator.COUNT; i++) {
            int index = i;
            String label = SatisfactionIndicator.values()[i].label();
            columns.add(number("weight_" + label, row -> row.weights()[index]));
        }
        columns.addAll(
                List.of(
                        whole("entities", SatisfactionWeights::entities),
                        whole("factors", row -> (long) row.factors()),
                        number("kmo", SatisfactionWeights::kmo),
                        number("bartlett_p", SatisfactionWeights::bartlettP),
                        number("congruence", SatisfactionWeights::congruence),
                        flag("alarm", SatisfactionWeights::alarm),
                        text("note", SatisfactionWeights::note)));
        return new ResultTable<>(
                "satisfaction_weights",
                Channels.SATISFACTION_WEIGHTS,
                columns,
                comparing(SatisfactionWeights::entityKind)
                        .thenComparing(SatisfactionWeights::eventDay),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<SatisfactionAction, SatisfactionAction> actions() {
        return new ResultTable<>(
                "satisfaction_actions",
                Channels.SATISFACTION_ACTIONS,
                RecordColumns.of(SatisfactionAction.class),
                comparing(SatisfactionAction::entityKind)
                        .thenComparing(SatisfactionAction::entity)
                        .thenComparing(SatisfactionAction::eventDay)
                        .thenComparing(SatisfactionAction::indicator),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }

    static ResultTable<ActionEffect, ActionEffect> effects() {
        return new ResultTable<>(
                "action_effects",
                Channels.ACTION_EFFECTS,
                RecordColumns.of(ActionEffect.class),
                comparing(ActionEffect::brand)
                        .thenComparing(ActionEffect::actionId)
                        .thenComparing(ActionEffect::indicator),
                ResultTable.onlyOneVersion(),
                Stream::of);
    }
}

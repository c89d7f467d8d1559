package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * The steps of a brand between its offer and its second judgement that are about working together.
 */
final class CooperationSteps {

    private final BrandFacts facts;

    CooperationSteps(BrandFacts facts) {
        this.facts = facts;
    }

    StoryStep offer() throws IOException {
        Optional<ResultRow> offer = facts.ofBrandInTimeOrder("offers").stream().findFirst();
        return offer.map(
                        row ->
                                new StoryStep(
                                        "offer",
                                        row.dayOfInstant("event_time"),
                                        "The brand offers itself",
                                        "%s offers %s items in %s through %s, at a mean cost of %s %s and a list price of %s; %s units a day, %s days from order to arrival."
                                                .formatted(
                                                        facts.brand(),
                                                        row.text("items"),
                                                        row.text("category"),
                                                        row.text("supplier"),
                                                        row.text("unit_cost"),
                                                        row.text("currency"),
                                                        row.text("list_price"),
                                                        row.text("capacity_per_day"),
                                                        row.text("lead_time_days"))))
                .orElseGet(() -> StoryStep.missing("offer", "The brand offers itself"));
    }

    StoryStep judgement() {
        return facts.firstJudgement()
                .map(row -> judged("judgement", "The offer is judged", row))
                .orElseGet(() -> StoryStep.missing("judgement", "The offer is judged"));
    }

    private static StoryStep judged(String name, String title, ResultRow row) {
        return new StoryStep(
                name,
                row.day("event_day"),
                title,
                "Score %s, position %s, stage %s, cluster %s. %s"
                        .formatted(
                                Html.number(row.number("score"), 3),
                                row.text("position"),
                                row.text("stage").toLowerCase(Locale.ROOT),
                                row.text("cluster").isEmpty() ? "not yet" : row.text("cluster"),
                                row.text("reason")));
    }

    StoryStep trialTerms() throws IOException {
        Optional<ResultRow> terms = facts.ofBrandInTimeOrder("terms").stream().findFirst();
        return terms.map(
                        row ->
                                new StoryStep(
                                        "trial_terms",
                                        row.day("valid_from"),
                                        "Trial terms are agreed",
                                        "Packs of %s, at least %s units an order, %s days from order to arrival, an order every %s days, %s units a day, cost factor %s, until %s."
                                                .formatted(
                                                        row.text("pack_units"),
                                                        row.text("min_order_units"),
                                                        row.text("lead_time_days"),
                                                        row.text("order_every_days"),
                                                        row.text("capacity_per_day"),
                                                        row.text("cost_factor"),
                                                        row.text("valid_to").isEmpty()
                                                                ? "further notice"
                                                                : row.text("valid_to"))))
                .orElseGet(() -> StoryStep.missing("trial_terms", "Trial terms are agreed"));
    }

    StoryStep secondJudgement() {
        return facts.lastJudgement()
                .map(row -> judged("second_judgement", "The brand is judged again", row))
                .orElseGet(
                        () -> StoryStep.missing("second_judgement", "The brand is judged again"));
    }
}

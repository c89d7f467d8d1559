package io.quartermaster.pipelines.brand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quartermaster.domain.brand.PartnerCandidate;
import io.quartermaster.domain.brand.PartnerChoice;
import io.quartermaster.domain.brand.PartnerDecision;
import io.quartermaster.domain.brand.PartnerLimits;
import io.quartermaster.domain.brand.PartnerRules;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A choice of partners as JSON, in and out; docs/partners.md describes both.
 *
 * @param candidates brands to choose among
 * @param limits what they share
 * @param rules who qualifies
 */
public record PartnerJson(
        List<PartnerCandidate> candidates, PartnerLimits limits, PartnerRules rules) {

    private static final double NONE = Double.POSITIVE_INFINITY;

    public PartnerJson {
        candidates = List.copyOf(candidates);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming what is missing or wrong, its place, and the remedy
     */
    public static PartnerJson read(Path file) {
        JsonObject root =
                JsonObject.read(file).only(List.of("brands", "limits", "rules", "categories"));
        List<PartnerCandidate> candidates = new ArrayList<>();
        root.objects("brands").forEach(brand -> candidates.add(candidate(brand)));
        candidates.forEach(candidate -> requireKnown(candidate, candidates));
        return with(candidates, root);
    }

    /** Candidates from elsewhere that share no limits, by the standard rules. */
    public static PartnerJson withoutLimits(List<PartnerCandidate> candidates) {
        return with(candidates, JsonObject.empty("nowhere"));
    }

    /**
     * Candidates from elsewhere, limits, categories and rules of a file.
     *
     * @throws IllegalArgumentException when something in the file is wrong, or it has brands too
     */
    public static PartnerJson withLimits(List<PartnerCandidate> candidates, Path file) {
        return with(
                candidates, JsonObject.read(file).only(List.of("limits", "rules", "categories")));
    }

    private static PartnerJson with(List<PartnerCandidate> candidates, JsonObject root) {
        return new PartnerJson(
                candidates,
                limits(root.object("limits"), categories(root.object("categories"))),
                rules(root.object("rules")));
    }

    private static PartnerCandidate candidate(JsonObject brand) {
        brand.only(
                List.of(
                        "brand",
                        "supplier",
                        "category",
                        "score",
                        "risk",
                        "onboarding_cost",
                        "trial_cost",
                        "least_items",
                        "exclusive_in",
                        "items"));
        String name = brand.text("brand");
        String category = brand.text("category", "");
        List<PartnerCandidate.Item> items = new ArrayList<>();
        brand.objects("items").forEach(item -> items.add(item(item, category)));
        return new PartnerCandidate(
                name,
                brand.text("supplier", name),
                brand.number("score"),
                brand.number("risk"),
                brand.number("onboarding_cost", 0),
                brand.number("trial_cost", 0),
                brand.whole("least_items", 1),
                new TreeSet<>(brand.texts("exclusive_in")),
                items);
    }

    /** A category misspelt would bind nobody. */
    private static void requireKnown(PartnerCandidate of, List<PartnerCandidate> all) {
        Set<String> known = new TreeSet<>();
        all.forEach(one -> one.items().forEach(item -> known.add(item.category())));
        for (String category : of.exclusiveIn()) {
            if (!known.contains(category)) {
                throw new IllegalArgumentException(
                        "The brand (%s) demands to be exclusive in (%s), where no brand has an item.\nMaybe one of %s."
                                .formatted(of.brand(), category, known));
            }
        }
    }

    private static PartnerCandidate.Item item(JsonObject item, String category) {
        item.only(List.of("item", "category", "margin", "investment", "volume"));
        return new PartnerCandidate.Item(
                item.text("item"),
                category.isEmpty() ? item.text("category") : item.text("category", category),
                item.number("margin"),
                item.number("investment"),
                item.number("volume", 0));
    }

    private static PartnerLimits limits(
            JsonObject limits, Map<String, PartnerLimits.CategoryItems> categories) {
        limits.only(
                List.of(
                        "budget",
                        "storage_volume",
                        "most_partners",
                        "supplier_investment",
                        "category_investment",
                        "mean_risk"));
        return new PartnerLimits(
                limits.number("budget", NONE),
                limits.number("storage_volume", NONE),
                limits.number("most_partners", NONE),
                limits.number("supplier_investment", NONE),
                limits.number("category_investment", NONE),
                limits.number("mean_risk", NONE),
                categories);
    }

    private static Map<String, PartnerLimits.CategoryItems> categories(JsonObject categories) {
        Map<String, PartnerLimits.CategoryItems> byName = new LinkedHashMap<>();
        for (String name : categories.names()) {
            JsonObject one = categories.object(name).only(List.of("least_items", "most_items"));
            byName.put(
                    name,
                    new PartnerLimits.CategoryItems(
                            one.whole("least_items", 0),
                            one.whole("most_items", Integer.MAX_VALUE)));
        }
        return byName;
    }

    private static PartnerRules rules(JsonObject rules) {
        rules.only(
                List.of(
                        "least_score",
                        "least_trial_score",
                        "most_risk",
                        "most_trial_risk",
                        "trial_share",
                        "trial_items",
                        "loss_share"));
        PartnerRules standard = PartnerRules.standard();
        return new PartnerRules(
                rules.number("least_score", standard.leastScore()),
                rules.number("least_trial_score", standard.leastTrialScore()),
                rules.number("most_risk", standard.mostRisk()),
                rules.number("most_trial_risk", standard.mostTrialRisk()),
                rules.number("trial_share", standard.trialShare()),
                rules.whole("trial_items", standard.trialItems()),
                rules.number("loss_share", standard.lossShare()));
    }

    /**
     * A choice as one JSON object, indented.
     *
     * @param why this solver
     * @param run where the brands come from, null if the input gave them
     */
    public static String write(PartnerChoice choice, String why, PartnerRun run)
            throws JsonProcessingException {
        ObjectNode root = JsonCodec.mapper().createObjectNode();
        root.put("value", choice.value());
        root.put("bound", choice.bound());
        root.put("solver", choice.solver());
        root.put("solver_reason", why);
        if (run != null) {
            write(root.putObject("risk"), run.risk());
            write(root.putObject("expected"), run.expected());
        }
        var decisions = root.putArray("decisions");
        for (PartnerDecision decision : choice.decisions()) {
            ObjectNode row = decisions.addObject();
            row.put("brand", decision.brand());
            row.put("decision", decision.verdict().name().toLowerCase(Locale.ROOT));
            decision.items().forEach(row.putArray("items")::add);
            row.put("value", decision.value());
            row.put("investment", decision.investment());
            row.put("limit", decision.limit());
            row.put("needed", decision.needed());
            if (Double.isNaN(decision.difference())) {
                row.putNull("difference");
            } else {
                row.put("difference", decision.difference());
            }
            row.put("reason", decision.reason());
        }
        var limits = root.putArray("limits");
        for (PartnerChoice.LimitUse use : choice.limits()) {
            ObjectNode row = limits.addObject();
            row.put("limit", use.limit());
            row.put("used", use.used());
            row.put("most", use.most());
        }
        return JsonCodec.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void write(ObjectNode risk, PartnerRun.RiskBasis basis) {
        boolean isMeasured = basis.failure().isMeasured();
        risk.put("basis", isMeasured ? "measured" : "assumed");
        risk.put("days", basis.days());
        if (isMeasured) {
            risk.put("alerts", basis.failure().alerts());
            risk.put("failures", basis.failure().failures());
            risk.put("brand_days", basis.failure().brandDays());
            risk.put("probability", basis.failure().within(basis.days()));
        }
        risk.put("of_discontent", basis.ofDiscontent());
    }

    private static void write(ObjectNode expected, ExpectationBasis basis) {
        expected.put("basis", basis.isDrawn() ? "brand_priors" : "own");
        expected.put("returns_brands", basis.returns());
        expected.put("returns_own", basis.returnsOwn());
        expected.put("satisfaction_brands", basis.satisfactions());
        expected.put("satisfaction_own", basis.satisfactionOwn());
        expected.put("reason", basis.words());
    }
}

package io.quartermaster.domain.satisfaction.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.ActionDecision;
import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Effects of generated marketplaces, in which it is known what actions did: each has a twin of the
 * same seed in which nobody acted.
 */
class GeneratedEffectsTest {

    private static final SatisfactionRules RULES = SatisfactionRules.standard();
    private static final ActionTerms TERMS = ActionTerms.standard();
    private static final ActionMeasure MEASURE = new ActionMeasure(RULES, RULES.weights(), TERMS);

    private static final List<MarketplaceWeeks> ACTING = new ArrayList<>();
    private static final List<MarketplaceWeeks> TWINS = new ArrayList<>();

    @BeforeAll
    static void generate() {
        for (long seed = 1; seed <= 4; seed++) {
            MarketplaceOptions quiet =
                    MarketplaceOptions.defaults()
                            .withSize(24, 96, 238)
                            .withSeed(seed)
                            .withCampaigns(false)
                            .withDirt(0);
            ACTING.add(MarketplaceWeeks.of(quiet.withActionEffect(0.8)));
            TWINS.add(MarketplaceWeeks.of(quiet));
        }
    }

    @Test
    void recoversTheTrueEffectWithinItsInterval() {
        int known = 0;
        int covered = 0;
        int better = 0;
        int worse = 0;
        for (int i = 0; i < ACTING.size(); i++) {
            WeekLedger acting = ACTING.get(i).ledger();
            WeekLedger twin = TWINS.get(i).ledger();
            for (TakenAction action : taken(ACTING.get(i).actions)) {
                List<ActionEffect> rows = measure(action, acting, taken(ACTING.get(i).actions));
                // A twin has no bad item to delist, so it does not tell what delisting did.
                for (ActionEffect row :
                        action.action() == ActionKind.DELIST_ITEM
                                ? List.<ActionEffect>of()
                                : rows) {
                    double truth = change(action, row, acting) - change(action, row, twin);
                    known += Double.isNaN(row.effect()) ? 0 : 1;
                    covered += row.low() <= truth && truth <= row.high() ? 1 : 0;
                }
                for (ActionEffect row : rows) {
                    better += row.verdict().equals("better") ? 1 : 0;
                    worse += row.verdict().equals("worse") ? 1 : 0;
                }
            }
        }
        assertThat(known).isGreaterThan(100);
        assertThat((double) covered / known).isGreaterThan(0.92);
        assertThat(better).isGreaterThanOrEqualTo(18);
        assertThat(worse).isLessThanOrEqualTo(2);
    }

    @Test
    void findsNothingWhereNobodyActed() {
        int known = 0;
        int covered = 0;
        for (MarketplaceWeeks weeks : TWINS) {
            WeekLedger ledger = weeks.ledger();
            for (int month = 5; month <= 6; month++) {
                for (String brand : ledger.window(0, Long.MAX_VALUE).keySet()) {
                    for (ActionKind kind : ActionKind.values()) {
                        LocalDate day = LocalDate.of(2024, month, 1);
                        TakenAction placebo =
                                new TakenAction("p", brand, kind, "", day, WeekNumber.of(day));
                        for (ActionEffect row : measure(placebo, ledger, List.of())) {
                            known += Double.isNaN(row.effect()) ? 0 : 1;
                            covered += row.low() <= 0 && 0 <= row.high() ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertThat(known).isGreaterThan(1000);
        assertThat((double) covered / known).isBetween(0.93, 0.97);
    }

    /** Where nobody acts, a fall that is answered all the same: noise fades by itself. */
    @Test
    void hardlyTakesWhatFadesByItselfForAnEffect() {
        int known = 0;
        int better = 0;
        double sum = 0;
        for (MarketplaceWeeks weeks : TWINS) {
            WeekLedger ledger = weeks.ledger();
            long first = WeekNumber.of(LocalDate.of(2024, 3, 25));
            for (long week = first; week < first + 10; week++) {
                for (SatisfactionAction fall : falls(ledger, week)) {
                    LocalDate day = WeekNumber.lastDay(week).plusDays(1);
                    ActionKind kind = ActionKind.valueOf(fall.action().toUpperCase(Locale.ROOT));
                    TakenAction answer =
                            new TakenAction("p", fall.entity(), kind, "", day, week + 1);
                    for (ActionEffect row : measure(answer, ledger, List.of())) {
                        if (row.indicator().equals(fall.indicator())
                                && !Double.isNaN(row.effect())) {
                            known++;
                            better += row.verdict().equals("better") ? 1 : 0;
                            sum += row.effect();
                        }
                    }
                }
            }
        }
        assertThat(known).isGreaterThan(50);
        assertThat((double) better / known).isLessThan(0.06);
        assertThat(sum / known).isBetween(-0.01, 0.01);
    }

    private static List<SatisfactionAction> falls(WeekLedger ledger, long week) {
        long now = week - TERMS.nowWeeks() + 1;
        long before = now - TERMS.beforeWeeks();
        return new ActionPlanner(RULES, RULES.weights(), TERMS)
                .propose(
                        "brand",
                        WeekNumber.lastDay(week),
                        ledger.window(before, now - 1),
                        ledger.window(now, week),
                        ledger.phis(List.of(new long[] {before, now - 1}, new long[] {now, week})));
    }

    private static List<ActionEffect> measure(
            TakenAction action, WeekLedger ledger, List<TakenAction> all) {
        return MEASURE.measure(action, all, ledger, Map.of());
    }

    /** Of the brand's own rate, whatever peers did. */
    private static double change(TakenAction action, ActionEffect row, WeekLedger ledger) {
        return measure(action, ledger, List.of()).stream()
                .filter(other -> other.indicator().equals(row.indicator()))
                .mapToDouble(other -> other.rateAfter() - other.rateBefore())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<TakenAction> taken(List<BrandAction> actions) {
        return actions.stream()
                .filter(action -> action.decision() == ActionDecision.TAKEN)
                .map(
                        action -> {
                            LocalDate day = LocalDate.ofInstant(action.time(), ZoneOffset.UTC);
                            return new TakenAction(
                                    action.id(),
                                    action.brand(),
                                    action.action(),
                                    action.subject(),
                                    day,
                                    WeekNumber.of(day));
                        })
                .toList();
    }
}

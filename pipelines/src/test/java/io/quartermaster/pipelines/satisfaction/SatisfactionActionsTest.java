package io.quartermaster.pipelines.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.ActionDecision;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.satisfaction.action.ActionEffect;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions proposed and measured by the job, in a marketplace whose brands act. */
class SatisfactionActionsTest {

    private static final MarketplaceOptions ACTING =
            new MarketplaceOptions(
                    14, 28, 1, 200, 224, 3, LocalDate.of(2024, 1, 1), 0, false, 0.8, 0);

    @TempDir private static Path folder;
    private static FileExchange exchange;
    private static List<String> expected;
    private static List<SatisfactionAction> proposed;
    private static List<ActionEffect> effects;

    @BeforeAll
    static void runOnce() throws Exception {
        exchange = GeneratedChannels.write(folder, ACTING);
        expected = run(exchange, 1);
        proposed = exchange.contents(Channels.SATISFACTION_ACTIONS);
        effects = exchange.contents(Channels.ACTION_EFFECTS);
    }

    @Test
    void proposesActionsAboutBrandsAndSellers() {
        assertThat(proposed)
                .extracting(SatisfactionAction::entityKind)
                .isSubsetOf("brand", "seller");
        assertThat(proposed)
                .isNotEmpty()
                .allSatisfy(
                        row -> {
                            assertThat(row.rateNow()).isGreaterThan(row.rateBefore());
                            assertThat(row.change()).isGreaterThan(2.33 * row.changeError());
                            assertThat(row.expectedRate()).isLessThanOrEqualTo(row.rateNow());
                            assertThat(row.expectedScore()).isNotNegative();
                        });
    }

    @Test
    void measuresEveryActionThatWasTaken() {
        List<String> taken =
                exchange.contents(Channels.ACTIONS).stream()
                        .filter(action -> action.decision() == ActionDecision.TAKEN)
                        .map(BrandAction::id)
                        .toList();
        assertThat(taken).isNotEmpty();
        assertThat(effects).extracting(ActionEffect::actionId).hasSameElementsAs(taken);
        assertThat(effects)
                .filteredOn(row -> row.action().equals("renegotiate_term"))
                .filteredOn(row -> row.indicator().equals("price"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.verdict()).isEqualTo("better"));
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        Exchange failing = BreakingExchange.failingOnce(exchange, Channels.ORDERS, 900);

        assertThat(run(failing, 2)).isEqualTo(expected);
        assertThat(BreakingExchange.hasFailed()).isTrue();
    }

    @Test
    void neitherParallelismNorLateWatermarksChangeTheRows() throws Exception {
        assertThat(run(BreakingExchange.withoutWatermarks(exchange), 2)).isEqualTo(expected);
    }

    private static List<String> run(Exchange read, int parallelism) throws Exception {
        List<SatisfactionAction> actions =
                GeneratedChannels.run(
                        new SatisfactionJob(),
                        read,
                        exchange,
                        GeneratedChannels.options(ACTING),
                        parallelism,
                        Channels.SATISFACTION_ACTIONS);
        exchange.seal(Channels.ACTION_EFFECTS);
        List<String> rows = new ArrayList<>();
        actions.forEach(row -> rows.add(row.toString()));
        exchange.contents(Channels.ACTION_EFFECTS).forEach(row -> rows.add(row.toString()));
        return rows;
    }
}

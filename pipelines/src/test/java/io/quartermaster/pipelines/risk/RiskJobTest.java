package io.quartermaster.pipelines.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskJobTest {

    /** 12 brands, among them some that are suspended and end. */
    private static final MarketplaceOptions MARKET =
            new MarketplaceOptions(12, 24, 1, 60, 150, 7, LocalDate.of(2024, 1, 1), 0);

    @TempDir private static Path folder;
    private static FileExchange exchange;
    private static List<String> expected;
    private static List<RiskAlert> alerts;

    @BeforeAll
    static void runOnce() throws Exception {
        exchange = GeneratedChannels.write(folder, MARKET);
        alerts = run(exchange, 1);
        expected = text(alerts);
    }

    @Test
    void raisesAlertsWithReasonsAndStock() {
        assertThat(alerts).isNotEmpty();
        assertThat(alerts)
                .filteredOn(alert -> !alert.state().equals("cleared"))
                .allSatisfy(
                        alert -> {
                            assertThat(alert.score()).isBetween(0.5, 1.0);
                            assertThat(alert.reason()).isNotEmpty();
                            assertThat(alert.eventDay()).isBeforeOrEqualTo(MARKET.lastDay());
                        });
        assertThat(alerts).anyMatch(alert -> alert.exposedUnits() > 0);
        assertThat(alerts)
                .filteredOn(alert -> alert.kind().equals(RiskAlert.EXIT))
                .extracting(RiskAlert::reason)
                .anyMatch(reason -> reason.startsWith("cooperation"));
    }

    @Test
    void survivesAnInjectedFailure() throws Exception {
        Exchange failing = BreakingExchange.failingOnce(exchange, Channels.STOCK, 600);

        assertThat(text(run(failing, 2))).isEqualTo(expected);
        assertThat(BreakingExchange.hasFailed()).isTrue();
    }

    @Test
    void neitherParallelismNorLateWatermarksChangeTheAlerts() throws Exception {
        assertThat(text(run(BreakingExchange.withoutWatermarks(exchange), 2))).isEqualTo(expected);
    }

    private static List<RiskAlert> run(Exchange read, int parallelism) throws Exception {
        return GeneratedChannels.run(
                new RiskJob(),
                read,
                exchange,
                GeneratedChannels.options(MARKET),
                parallelism,
                Channels.RISK_ALERTS);
    }

    private static List<String> text(List<RiskAlert> all) {
        return all.stream().map(RiskAlert::toString).sorted().toList();
    }
}

package io.quartermaster.pipelines.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.risk.LateChance;
import io.quartermaster.domain.risk.LateDeliveryModel;
import io.quartermaster.domain.risk.RiskAlert;
import io.quartermaster.domain.risk.SupplyLine;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.BreakingExchange;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.GeneratedChannels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
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

    /** Nine in ten lines of supplier-02 were late; each order is announced five days before. */
    @Test
    void tellsChancesOfOrdersUnderWayWhateverFails(@TempDir Path own) throws Exception {
        FileExchange orders = GeneratedChannels.write(own, MARKET);
        List<Delivery> deliveries = new ArrayList<>(orders.contents(Channels.DELIVERIES));
        deliveries.addAll(
                deliveries.stream()
                        .filter(one -> one.direction() == DeliveryDirection.INBOUND)
                        .map(RiskJobTest::announced)
                        .toList());
        GeneratedChannels.write(own.resolve("deliveries.jsonl"), deliveries);
        Path model = Files.createDirectory(own.resolve("model"));
        LateModelFile file = model(deliveries);
        file.write(model);
        Configuration options = GeneratedChannels.options(MARKET);
        options.set(RiskOptions.LATE_MODEL, model.toString());

        List<LateChance> chances =
                GeneratedChannels.run(
                        new RiskJob(), orders, orders, options, 1, Channels.LATE_CHANCES);

        assertThat(chances).isNotEmpty();
        for (LateChance chance : chances) {
            SupplyLine line =
                    new SupplyLine(
                            Math.min(
                                    chance.orderedDay().toEpochDay(), chance.dueDay().toEpochDay()),
                            chance.dueDay().toEpochDay(),
                            false,
                            List.of(chance.supplier()),
                            new double[] {chance.units()});
            assertThat(chance.chance()).isEqualTo(file.model().chances(List.of(line))[0]);
            assertThat(chance.reason()).startsWith("supplier (" + chance.supplier() + ") is late");
        }
        Exchange failing = BreakingExchange.failingOnce(orders, Channels.STOCK, 600);
        List<String> twice =
                text(
                        GeneratedChannels.run(
                                new RiskJob(), failing, orders, options, 2, Channels.RISK_ALERTS));
        assertThat(BreakingExchange.hasFailed()).isTrue();
        assertThat(twice)
                .as("alerts of both runs")
                .hasSize(2 * (int) twice.stream().distinct().count())
                .anyMatch(alert -> alert.contains("of units on order expected late (supplier"));
    }

    private static Delivery announced(Delivery of) {
        return new Delivery(
                of.id() + "-a",
                of.promisedAt().minus(Duration.ofDays(5)),
                of.source(),
                of.direction(),
                of.order(),
                of.item(),
                of.place(),
                of.seller(),
                of.customer(),
                of.orderedUnits(),
                0,
                of.promisedAt(),
                null);
    }

    private static LateModelFile model(List<Delivery> deliveries) {
        SupplyColumns columns =
                new SupplyColumns(
                        "due", "came", List.of("ordered"), List.of("supplier"), List.of("units"));
        List<SupplyLineFile.Row> rows = new ArrayList<>();
        for (Delivery one : deliveries) {
            if (one.direction() == DeliveryDirection.INBOUND && one.promisedAt() != null) {
                long due = one.promisedAt().getEpochSecond() / 86_400;
                boolean isLate = one.seller().equals("supplier-02") && rows.size() % 10 > 0;
                rows.add(
                        new SupplyLineFile.Row(
                                due - 5,
                                due,
                                isLate ? due + 1 : due,
                                List.of(one.seller()),
                                new double[] {one.orderedUnits()}));
            }
        }
        return LateTraining.of(
                        new SupplyLineFile(rows), columns, 0, LateDeliveryModel.Options.defaults(1))
                .model();
    }

    @Test
    void refusesAModelThatIsNotThereBeforeAnythingRuns() {
        Configuration options = new Configuration();
        options.set(RiskOptions.LATE_MODEL, folder.resolve("nowhere").toString());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RiskJob().check(options))
                .withMessageContaining("cannot be read.")
                .withMessageContaining("Maybe train it first: quartermaster train late");
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

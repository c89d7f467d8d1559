package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CampaignKind;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.event.generator.Flaw;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.MarketplaceSink;
import io.quartermaster.domain.event.generator.TrueDemand;
import io.quartermaster.domain.forecast.CampaignOutcome;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.demand.DemandJob;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandForecastJobTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 80;

    @TempDir private Path folder;

    @Test
    void survivesAnInjectedFailure() throws Exception {
        Path plain = run("plain", Channels.ORDERS.name(), false, new DemandForecastJob());
        Path failing = run("failing", Channels.ORDERS.name(), true, new DemandForecastJob());
        assertThat(FailsOnce.hasFailed()).isTrue();
        assertSame(plain, failing);
        assertThat(Files.readString(plain.resolve("forecast.jsonl")))
                .contains("\"regression\"", "\"seasonal_naive\"", "\"cluster_prior\"");
    }

    @Test
    void equalsDemandAndForecastOneAfterTheOther() throws Exception {
        Path composed = run("composed", "", false, new DemandForecastJob());
        Path apart = run("apart", "", false, new DemandJob(), new ForecastJob());
        assertSame(composed, apart);
    }

    /** The verb sums the demand table by brand; so does the job for a campaign of a whole brand. */
    @Test
    void measuresCampaignsAsTheVerbDoes() throws Exception {
        Path place = run("lift", "", false, new DemandForecastJob());
        FileExchange files = new FileExchange(place, List.of(), ZoneOffset.UTC);
        List<String> demand = new ArrayList<>(List.of("item,event_day,units"));
        for (DemandWindow window : files.contents(Channels.DEMAND)) {
            demand.add("%s,%s,%d".formatted(window.item(), window.day(), window.units()));
        }
        Map<String, String> items = new TreeMap<>();
        files.contents(Channels.ITEMS).forEach(item -> items.put(item.item(), item.brand()));
        List<String> brands = new ArrayList<>(List.of("item,brand"));
        items.forEach((item, brand) -> brands.add(item + "," + brand));
        Campaign campaign = campaign(2);
        String row =
                "%s,%s,%s,%s"
                        .formatted(
                                campaign.campaign(),
                                campaign.brand(),
                                campaign.startsOn(),
                                campaign.endsOn());
        CampaignFiles.read(
                        Files.write(folder.resolve("demand.csv"), demand),
                        Files.write(folder.resolve("items.csv"), brands),
                        Files.write(
                                folder.resolve("campaigns.csv"),
                                List.of("campaign,brand,from,to", row)))
                .write(folder, 7, 0.8);
        CampaignOutcome outcome = files.contents(Channels.CAMPAIGN_LIFT).get(0);
        assertThat(Files.readAllLines(folder.resolve("lift.csv")).get(1))
                .isEqualTo(
                        row
                                + Stream.of(
                                                outcome.units(),
                                                outcome.baseUnits(),
                                                outcome.lift(),
                                                outcome.liftLow(),
                                                outcome.liftHigh(),
                                                outcome.liftShare(),
                                                (double) outcome.placebos())
                                        .map(DemandForecastJobTest::plain)
                                        .collect(Collectors.joining(",", ",", "")));
        assertThat(outcome.note()).isEmpty();
        assertThat(outcome.net()).isFinite();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void assertSame(Path one, Path other) throws Exception {
        for (String file : List.of("demand.jsonl", "forecast.jsonl", "campaign_lift.jsonl")) {
            assertThat(other.resolve(file)).hasSameTextualContentAs(one.resolve(file));
            assertThat(Files.size(one.resolve(file))).isPositive();
        }
    }

    private Path run(String name, String fails, boolean failing, Job... jobs) throws Exception {
        Path place = folder.resolve(name);
        FileExchange files = new FileExchange(place, List.of(), ZoneOffset.UTC);
        Events events = new Events();
        Marketplace.generate(new MarketplaceOptions(3, 6, 2, 200, DAYS, 5, FIRST, 0), events);
        files.add(Channels.ORDERS, events.orders);
        files.add(Channels.STOCK, events.stock);
        files.add(Channels.ITEMS, events.items);
        files.add(Channels.CAMPAIGNS, List.of(campaign(1), campaign(2)));
        Configuration configuration = configuration();
        if (failing) {
            FailsOnce.prepare(configuration, place.resolve("chk"));
        }
        Exchange exchange = failing ? new FailingExchange(files, fails) : files;
        for (Job job : jobs) {
            StreamExecutionEnvironment environment = StrictEnvironment.local(2, configuration);
            job.define(environment, exchange, configuration);
            environment.execute(job.name());
            files.seal(
                    Channels.DEMAND,
                    Channels.DEMAND_LATE,
                    Channels.FORECAST,
                    Channels.CAMPAIGN_LIFT);
        }
        return place;
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(RunOptions.TAIL_START, FIRST.plusDays(50).toString());
        configuration.set(RunOptions.LAST_DAY, FIRST.plusDays(DAYS - 1L).toString());
        configuration.set(ForecastOptions.ENGINE, "none");
        return configuration;
    }

    /** A week of all items of a brand, first told to be longer. */
    private static Campaign campaign(int version) {
        return new Campaign(
                "spring-" + version,
                FIRST.plusDays(40L + version).atStartOfDay(ZoneOffset.UTC).toInstant(),
                "test",
                "spring",
                "Alderbrook",
                version,
                "",
                "",
                FIRST.plusDays(60),
                FIRST.plusDays(version == 1 ? 70 : 66),
                CampaignKind.ADVERTISING,
                BigDecimal.TEN,
                "EUR",
                0);
    }

    private static final class Events implements MarketplaceSink {
        private final List<OrderLine> orders = new ArrayList<>();
        private final List<StockLevel> stock = new ArrayList<>();
        private final List<CatalogueItem> items = new ArrayList<>();

        @Override
        public void event(EventKind kind, Event event, Flaw flaw) {
            if (event instanceof OrderLine line) {
                orders.add(line);
            } else if (event instanceof StockLevel level) {
                stock.add(level);
            } else if (event instanceof CatalogueItem item) {
                items.add(item);
            }
        }

        @Override
        public void truth(TrueDemand demand) {}
    }
}

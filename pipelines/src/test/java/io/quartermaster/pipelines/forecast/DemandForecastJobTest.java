package io.quartermaster.pipelines.forecast;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.demand.DemandJob;
import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.Job;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

    private static void assertSame(Path one, Path other) throws Exception {
        for (String file : List.of("demand.jsonl", "forecast.jsonl")) {
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
        Configuration configuration = configuration();
        if (failing) {
            FailsOnce.prepare(configuration, place.resolve("chk"));
        }
        Exchange exchange = failing ? new FailingExchange(files, fails) : files;
        for (Job job : jobs) {
            StreamExecutionEnvironment environment = StrictEnvironment.local(2, configuration);
            job.define(environment, exchange, configuration);
            environment.execute(job.name());
            files.seal(Channels.DEMAND, Channels.DEMAND_LATE, Channels.FORECAST);
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

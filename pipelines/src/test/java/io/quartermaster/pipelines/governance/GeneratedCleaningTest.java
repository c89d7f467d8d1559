package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.MarketplaceFiles;
import io.quartermaster.pipelines.event.RawInput;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated marketplace, whose dirt is sprinkled on purpose. */
class GeneratedCleaningTest {

    @TempDir private Path folder;

    @Test
    void findsTheSprinkledDirtAndNothingUnknownInAClosedCatalogue() throws Exception {
        RawInput input = generated();
        FileExchange clean =
                new FileExchange(folder.resolve("channels"), List.of(input), ZoneOffset.UTC);
        Configuration options = new Configuration();
        options.set(CleaningOptions.KNOWN_BRANDS, true);
        options.set(CleaningOptions.KNOWN_ITEMS, true);
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, new Configuration());
        new CleaningJob().define(environment, clean, options);
        environment.execute();
        Channels.clean().forEach(clean::seal);
        clean.seal(Channels.QUARANTINE);

        List<Quarantined> quarantine = clean.contents(Channels.QUARANTINE);
        long accepted =
                Channels.clean().stream()
                        .mapToLong(channel -> clean.contents(channel).size())
                        .sum();
        assertThat(accepted + quarantine.size()).isEqualTo(lines(input));
        Map<String, Long> byRule =
                quarantine.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Quarantined::rule, TreeMap::new, Collectors.counting()));
        assertThat(byRule)
                .containsKeys(
                        "click_burst",
                        "duplicate",
                        "impossible_price",
                        "missing_field",
                        "repeated_review")
                .doesNotContainKeys(
                        "unknown_brand",
                        "unknown_item",
                        "life_cycle_order",
                        "terms_overlap",
                        "outlier_units",
                        "too_late");
    }

    private RawInput generated() throws Exception {
        Path events = Files.createDirectory(folder.resolve("events"));
        MarketplaceFiles.write(
                MarketplaceOptions.defaults().withSize(4, 16, 150).withDirt(0.1), events);
        return RawInput.events(events);
    }

    private static long lines(RawInput input) throws Exception {
        AtomicLong lines = new AtomicLong();
        input.forEach(record -> lines.incrementAndGet());
        return lines.get();
    }
}

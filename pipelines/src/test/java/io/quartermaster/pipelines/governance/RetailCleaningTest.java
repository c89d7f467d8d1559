package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.RawInput;
import io.quartermaster.pipelines.event.RealData;
import io.quartermaster.pipelines.event.StrictEnvironment;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Online Retail file as it is; docs/cleaning.md explains each count. */
class RetailCleaningTest {

    @TempDir private Path folder;

    @Test
    void findsTheKnownDirtOfTheOnlineRetailFile() throws Exception {
        FileExchange clean = clean(RealData.path("retail/online_retail.csv.gz"));
        List<Quarantined> quarantine = clean.contents(Channels.QUARANTINE);
        long[] orders =
                count(
                        clean,
                        Channels.ORDERS,
                        line -> true,
                        line -> line.customer().isEmpty(),
                        line -> !line.repaired().isEmpty());
        long[] returns =
                count(
                        clean,
                        Channels.RETURNS,
                        line -> true,
                        line -> !line.matchedOrder().isEmpty());

        assertThat(orders[0] + returns[0] + quarantine.size()).isEqualTo(541_909);
        assertThat(byRule(quarantine))
                .isEqualTo(
                        Map.of(
                                "not_a_product", 2_950L,
                                "impossible_units", 1_336L,
                                "impossible_price", 1_161L,
                                "duplicate", 5_257L,
                                "outlier_units", 65L));
        assertThat(byCode(quarantine))
                .isEqualTo(
                        Map.ofEntries(
                                entry("POST", 1_256L),
                                entry("DOT", 710L),
                                entry("M", 572L),
                                entry("C2", 144L),
                                entry("D", 77L),
                                entry("S", 63L),
                                entry("BANK CHARGES", 37L),
                                entry("AMAZONFEE", 34L),
                                entry("gift vouchers", 34L),
                                entry("CRUK", 16L),
                                entry("PADS", 4L),
                                entry("B", 3L)));
        assertThat(quarantine)
                .filteredOn(reject -> reject.rule().equals("impossible_units"))
                .allMatch(reject -> reject.original().contains(",0.0,"));
        assertThat(quarantine)
                .filteredOn(reject -> reject.original().contains(",-11062.06,"))
                .extracting(Quarantined::rule)
                .containsExactly("not_a_product", "not_a_product");
        assertThat(quarantine)
                .filteredOn(reject -> reject.rule().equals("outlier_units"))
                .filteredOn(reject -> reject.kind().equals("returns"))
                .hasSize(5);
        assertThat(quarantine.size() / 541_909.0).isBetween(0.01, 0.05);
        assertThat(orders).containsExactly(522_477, 131_387, 1_942);
        assertThat(returns).containsExactly(8_663, 7_196);
    }

    private FileExchange clean(Path file) throws Exception {
        FileExchange exchange =
                new FileExchange(folder, List.of(RawInput.retail(file)), ZoneOffset.UTC);
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, new Configuration());
        new CleaningJob().define(environment, exchange, new Configuration());
        long millis = environment.execute().getNetRuntime();
        System.out.printf("cleaning: %d lines a second%n", 541_909L * 1000 / millis);
        exchange.seal(Channels.ORDERS, Channels.RETURNS, Channels.QUARANTINE);
        return exchange;
    }

    /** How many elements of a channel meet each condition. */
    @SafeVarargs
    private static <T> long[] count(
            FileExchange exchange, Channel<T> channel, Predicate<T>... conditions) {
        long[] counts = new long[conditions.length];
        exchange.forEach(
                channel,
                element -> {
                    for (int i = 0; i < conditions.length; i++) {
                        counts[i] += conditions[i].test(element) ? 1 : 0;
                    }
                });
        return counts;
    }

    private static Map<String, Long> byRule(List<Quarantined> quarantine) {
        return quarantine.stream()
                .collect(
                        Collectors.groupingBy(
                                Quarantined::rule, TreeMap::new, Collectors.counting()));
    }

    /** Lines that book no goods, by stock code. */
    private static Map<String, Long> byCode(List<Quarantined> quarantine) {
        return quarantine.stream()
                .filter(reject -> reject.rule().equals("not_a_product"))
                .collect(Collectors.groupingBy(RetailCleaningTest::code, Collectors.counting()));
    }

    private static String code(Quarantined reject) {
        String reason = reject.reason();
        String code = reason.substring(reason.indexOf('(') + 1, reason.indexOf(')'));
        return code.startsWith("gift_") ? "gift vouchers" : code.toUpperCase(Locale.ROOT);
    }
}

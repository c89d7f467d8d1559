package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketplaceFilesTest {

    private static final MarketplaceOptions SMALL =
            MarketplaceOptions.defaults().withSize(3, 9, 60).withDirt(0.05);

    @TempDir private Path first;
    @TempDir private Path second;

    @Test
    void writesOneFileForEveryKindAndTheTruthApart() throws IOException {
        MarketplaceFiles.write(SMALL, first);
        try (Stream<Path> files = Files.list(first)) {
            assertThat(files).hasSize(EventKind.values().length + 4 + 1);
        }
        assertThat(first.resolve(MarketplaceFiles.PRICE_CALENDAR)).exists();
        assertThat(first.resolve("texts.jsonl")).exists();
        assertThat(first.resolve("messages.jsonl")).exists();
        assertThat(Files.readAllLines(first.resolve(MarketplaceFiles.TRUTH)).get(0))
                .isEqualTo("item,place,day,true_demand");
    }

    @Test
    void namesColumnsInSnakeCase() throws IOException {
        MarketplaceFiles.write(SMALL, first);
        List<String> stock = Files.readAllLines(first.resolve("stock.csv"));
        assertThat(stock.get(0)).isEqualTo("id,time,source,item,place,on_hand");
        assertThat(stock.get(1)).matches("stock-S\\d{4}-\\d-\\d{3}-\\w+,20.*Z,warehouse,S.*,\\d+");
    }

    @Test
    void writesTheSameBytesFromTheSameSeed() throws IOException {
        long lines = MarketplaceFiles.write(SMALL, first);
        assertThat(MarketplaceFiles.write(SMALL, second)).isEqualTo(lines);
        try (Stream<Path> files = Files.list(first)) {
            assertThat(files)
                    .allSatisfy(
                            file ->
                                    assertThat(second.resolve(file.getFileName()))
                                            .hasSameBinaryContentAs(file));
        }
    }

    @Test
    void countsEveryRecordItWrites() throws IOException {
        long records = MarketplaceFiles.write(SMALL, first);
        long lines = 0;
        for (EventKind kind : EventKind.values()) {
            Path csv = first.resolve(kind.label() + ".csv");
            boolean isCsv = Files.exists(csv);
            Path file = isCsv ? csv : first.resolve(kind.label() + ".jsonl");
            lines += Files.readAllLines(file).size() - (isCsv ? 1 : 0);
        }
        assertThat(records).isEqualTo(lines);
    }

    @Test
    void breaksLinesWhereCleaningHasToFindThem() throws IOException {
        MarketplaceFiles.write(SMALL, first);
        assertThat(Files.readString(first.resolve("orders.csv")))
                .contains("31/31/2024 25:61")
                .containsPattern(",-\\d+\\.\\d\\d,");
    }
}

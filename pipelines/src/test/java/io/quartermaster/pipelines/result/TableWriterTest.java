package io.quartermaster.pipelines.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.pipelines.channel.Channels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class TableWriterTest {

    @TempDir private Path folder;

    @Test
    void writesTheHighestRevisionOfEachWindowInKeyOrderWithPlainDecimals() throws IOException {
        List<DemandWindow> windows =
                List.of(window("B", 1, 0), window("A", 3, 1), window("A", 2, 0));

        long rows = TableWriter.write(demand(), windows, folder);

        assertThat(rows).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("demand.csv")))
                .containsExactly(
                        "item,place,event_day,units,price,stocked_out,views,favourites,carts,promotion,as_of,campaign,base_units,wanted_units,shown,organic_units,category_units",
                        "A,main,2026-01-02,3,0.00001,false,0,0,0,0,2026-01-03T00:00:00Z,,3,3,0,3,0",
                        "B,main,2026-01-02,1,0.00001,false,0,0,0,0,2026-01-03T00:00:00Z,,1,1,0,1,0");
    }

    @Test
    void writesOnlyTheHeaderOfATableThatCannotBeKnown() throws IOException {
        TableWriter.write(demand(), List.of(), folder);

        assertThat(Files.readAllLines(folder.resolve("demand.csv"))).hasSize(1);
    }

    @Test
    void givesEveryTableDistinctColumns() {
        assertThat(ResultSchema.tables())
                .allSatisfy(
                        table ->
                                assertThat(table.columns().stream().map(ResultColumn::name))
                                        .doesNotHaveDuplicates());
    }

    @SuppressWarnings("unchecked")
    private static ResultTable<DemandWindow, DemandWindow> demand() {
        ResultTable<?, ?> table = ResultSchema.table("demand");
        assertThat(table.channel()).isEqualTo(Channels.DEMAND);
        return (ResultTable<DemandWindow, DemandWindow>) table;
    }

    private static DemandWindow window(String item, long units, int revision) {
        return new DemandWindow(
                item,
                "main",
                LocalDate.parse("2026-01-02"),
                units,
                0.00001,
                0,
                false,
                0,
                0,
                0,
                revision,
                Instant.parse("2026-01-03T00:00:00Z"));
    }
}

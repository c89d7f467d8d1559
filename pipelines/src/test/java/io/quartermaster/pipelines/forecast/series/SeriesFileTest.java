package io.quartermaster.pipelines.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class SeriesFileTest {

    @TempDir private Path folder;

    @Test
    void readsSeriesInTimeOrderWhateverTheirRowsOrder() throws IOException {
        List<Series> all = read("\uFEFFunique_id,ds,y,price\r\nb,2,5,1\r\na,3,7,\r\nb,1,4,2\r\n");
        assertThat(all).extracting(Series::id).containsExactly("a", "b");
        assertThat(all.get(1).values()).containsExactly(4, 5);
        assertThat(all.get(1).covariates()[0]).startsWith(2, 0);
    }

    /** As many files of shops are: no ids, a time with hours, names in capitals. */
    @Test
    void aFileOfDateAndSalesIsOneSeries() throws IOException {
        List<Series> all =
                read("Date,Sales,weather\n2024-01-02 00:00:00,4,rain\n2024-01-01 00:00:00,3,sun\n");
        assertThat(all).extracting(Series::id).containsExactly("series");
        assertThat(all.get(0).values()).containsExactly(3, 4);
        assertThat(all.get(0).windows())
                .extracting(window -> window.day().toString())
                .containsExactly("2024-01-01", "2024-01-02");
    }

    @Test
    void rowsAfterTheLastValueTellOfDaysAhead() throws IOException {
        Series series =
                read("unique_id,ds,y,price,promotion\na,1,3,9,0\na,2,4,9,1\na,3,,8,0\na,4,,7,1\n")
                        .get(0);
        assertThat(series.values()).containsExactly(3, 4);
        assertThat(series.daysAhead().prices()).containsExactly(8, 7);
        assertThat(series.daysAhead().promotions()).containsExactly(0, 1);
        assertThat(series.first(1, 1).daysAhead().promotions()).containsExactly(1);
        assertThat(read("unique_id,ds,y\na,1,3\na,2,\n").get(0).daysAhead().prices()).isEmpty();
    }

    @Test
    void takesTheColumnsThatAreNamed() throws IOException {
        Path file = folder.resolve("named.csv");
        Files.writeString(file, "shop,day,y,cash\nb,1,0,5\na,1,0,6\n");
        List<Series> all = new SeriesFile(file, new SeriesColumns("shop", "day", "cash")).read();
        assertThat(all).extracting(Series::id).containsExactly("a", "b");
        assertThat(all.get(0).values()).containsExactly(6);
    }

    @Test
    void aSeriesLastsFromItsFirstKnownValueToItsLast() throws IOException {
        List<Series> all = read("unique_id,ds,y\na,1,NA\na,2,3\na,3,\na,4,5\na,5,\na,6,NA\n");
        assertThat(all.get(0).values()).containsExactly(3, 3, 5);
        assertThat(all.get(0).positions()).containsExactly(2, 3, 4);
    }

    @Test
    void readsARunsDemandTable() throws IOException {
        List<Series> all =
                read(
                        "item,place,event_day,units,price,stocked_out\nA,x,2026-01-02,3,9.5,true\nA,y,2026-01-02,1,9.5,false\n");
        assertThat(all).extracting(Series::id).containsExactly("A|x", "A|y");
        assertThat(all.get(0).covariates()[0]).startsWith(9.5, 0, 1);
        assertThat(all.get(0).windows().get(0).day()).isEqualTo("2026-01-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-30,2024-01-31|2024-02-01",
                "2024-01-31,2024-02-29,2024-03-31|2024-04-30",
                "2024-01-01,2024-02-01,2024-03-01|2024-04-01",
                "2024-01-01,2024-01-08|2024-01-15",
                "5,6,7|8",
                "10,20|30",
                "2024-01-01T00:00:00Z,2024-01-01T01:00:00Z|2024-01-01T02:00:00Z",
                "2024-01-01 00:00:00,2024-01-02 00:00:00|2024-01-03 00:00:00"
            })
    void stepsGoOnInTheFormOfTheFile(String times, String next) throws IOException {
        StringBuilder text = new StringBuilder("unique_id,ds,y\n");
        for (String time : times.split(",", -1)) {
            text.append("a,").append(time).append(",1\n");
        }
        Series series = read(text.toString()).get(0);
        TimeStep step = TimeStep.of(series.positions(), series.form());
        long last = series.positions()[series.positions().length - 1];
        assertThat(series.form().format(step.after(last, 1, series.form()))).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unique_id,when,y;a,1,2|lacks the columns (ds); it has (unique_id,when,y)",
                "id,ds,y;a,1,2;b,1,3|The time (1) comes twice.",
                "unique_id,ds,y;a,1,many|has (many) in line 2, which is not a number",
                "unique_id,ds,y|is empty",
                "unique_id,ds,y;a,1,NA|holds no value"
            })
    void refusesAFileOfAnotherShape(String text, String problem) {
        assertThatThrownBy(() -> read(text.replace(';', '\n') + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void refusesTimesOfSeveralForms() {
        assertThatThrownBy(() -> read("unique_id,ds,y\na,1,2\na,2024-01-01,3\n"))
                .hasMessageContaining("The time (2024-01-01) is written unlike the first one");
        assertThatThrownBy(() -> read("unique_id,ds,y\na,soon,2\n"))
                .hasMessageContaining("The time (soon) is neither a day");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> new SeriesFile(folder, SeriesColumns.usual()).read())
                .hasMessageContaining("is a folder, a file is asked for");
        assertThatThrownBy(
                        () -> new SeriesFile(folder.resolve("x.csv"), SeriesColumns.usual()).read())
                .hasMessageContaining("does not exist");
    }

    private List<Series> read(String text) throws IOException {
        Path file = folder.resolve("series.csv");
        Files.writeString(file, text);
        return new SeriesFile(file, SeriesColumns.usual()).read();
    }
}

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

/** What becomes of rows that are not as they should be, and what is said of it. */
public class SeriesAssemblyTest {

    @TempDir private Path folder;

    private CovariateColumns columns = CovariateColumns.usual();
    private String frequency = "";
    private boolean gapsAreZero;

    @Test
    void unorderedRowsAreOrdered() throws IOException {
        Series series = one("a,3,7\na,1,5\na,2,6\n");
        assertThat(series.values()).containsExactly(5, 6, 7);
        assertThat(series.said()).isEmpty();
    }

    @Test
    void gapsAreUnknownAndKeepTheValueBefore() throws IOException {
        Series series = one("a,2024-01-01,5\na,2024-01-02,6\na,2024-01-05,9\n");
        assertThat(series.values()).containsExactly(5, 6, 6, 6, 9);
        assertThat(series.known()).containsExactly(true, true, false, false, true);
        assertThat(series.said())
                .containsExactly("The series (a) lacks 2 of 5 steps; they count as unknown.");
        gapsAreZero = true;
        assertThat(one("a,2024-01-01,5\na,2024-01-02,6\na,2024-01-04,9\n").values())
                .containsExactly(5, 6, 0, 9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-01T00:00:00Z,2024-01-01T01:00:00Z,2024-01-01T03:00:00Z",
                "2024-01-01,2024-01-02,2024-01-04",
                "2024-01-01,2024-01-08,2024-01-22",
                "2024-01-31,2024-02-29,2024-03-31,2024-05-31",
                "2023-01-01,2023-04-01,2023-07-01,2024-01-01",
                "2019-01-01,2020-01-01,2021-01-01,2023-01-01",
                "10,20,40"
            })
    void aGapIsSeenAtEveryFrequency(String times) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String time : times.split(",", -1)) {
            rows.append("a,").append(time).append(",1\n");
        }
        Series series = one(rows.toString());
        int rowsRead = times.split(",", -1).length;
        assertThat(series.values()).hasSize(rowsRead + 1);
        assertThat(series.known())
                .contains(false, org.assertj.core.data.Index.atIndex(rowsRead - 1));
    }

    @Test
    void distancesThatDoNotGoTogetherAreTakenOneAfterTheOther() throws IOException {
        Series series = one("a,2024-01-01,5\na,2024-01-08,6\na,2024-01-15,7\na,2024-01-17,8\n");
        assertThat(series.values()).containsExactly(5, 6, 7, 8);
        assertThat(series.said())
                .containsExactly(
                        "The series (a) has distances between its times that do not go together, as from (2024-01-15) to (2024-01-17); its values are taken one after the other.");
    }

    @Test
    void aSeriesThatIsAlmostAllGapsHasNoStep() throws IOException {
        assertThat(one("a,1,5\na,2,6\na,900000,7\n").values()).containsExactly(5, 6, 7);
    }

    @Test
    void seriesOfSeveralFrequenciesKeepTheirOwn() throws IOException {
        List<Series> all = read("a,2024-01-01,5\na,2024-01-02,6\nb,2024-01-01,5\nb,2024-01-08,6\n");
        assertThat(all).allMatch(series -> series.said().length == 0);
        assertThat(all).allMatch(series -> series.values().length == 2);
    }

    @Test
    void ofATimeThatComesTwiceTheLaterLineStands() throws IOException {
        Series series = one("a,2,4\na,1,2\na,1,3\n");
        assertThat(series.values()).containsExactly(3, 4);
        assertThat(series.said())
                .containsExactly(
                        "The series (a) has the time (1) twice, with (2) and (3); the later line stands.");
    }

    @ParameterizedTest
    @CsvSource({"inf,Infinity", "-Infinity,-Infinity"})
    void anInfiniteValueIsUnknown(String text, String shown) throws IOException {
        Series series = one("a,1,5\na,2," + text + "\na,3,6\n");
        assertThat(series.values()).containsExactly(5, 5, 6);
        assertThat(series.said())
                .containsExactly(
                        "The series (a) has (%s) at the time (2), which is no plausible value; it counts as unknown."
                                .formatted(shown));
    }

    @Test
    void aSpikeIsUnknown() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int step = 1; step <= 20; step++) {
            rows.append("a,").append(step).append(step == 13 ? ",1000000000\n" : ",3\n");
        }
        Series series = one(rows.toString());
        assertThat(series.values()).containsOnly(3);
        assertThat(series.said()[0]).contains("(1000000000) at the time (13)");
    }

    @Test
    void whatIsNotANumberIsUnknownAndNegativeDemandIsKept() throws IOException {
        Series series = one("a,1,5\na,2,NaN\na,3,-4\na,4,-5\n");
        assertThat(series.values()).containsExactly(5, 5, -4, -5);
        assertThat(series.said())
                .containsExactly(
                        "The series (a) has (-4) at the time (3), below 0; it is forecast with values below 0.");
    }

    @Test
    void rowsAtTheEndThatCarryCovariatesAreKnownAhead() throws IOException {
        Series series =
                all("unique_id,ds,y,price,views\na,1,5,2,1\na,2,6,3,1\na,3,,4,\na,4,,,9\n").get(0);
        assertThat(series.values()).containsExactly(5, 6);
        assertThat(series.aheadPositions()).containsExactly(3);
        assertThat(series.ahead()[0]).startsWith(4, 0);
        assertThat(series.knownAhead(columns).ahead()).isDeepEqualTo(new double[][] {{4}});
        columns = new CovariateColumns(List.of(), List.of("price"));
        assertThat(all("unique_id,ds,y,price\na,1,5,2\na,2,6,3\na,3,,4\n").get(0).ahead())
                .isEmpty();
    }

    @Test
    void namedColumnsAreTakenAlongAndUnknownOnesRefused() throws IOException {
        columns = new CovariateColumns(List.of("feat", "price2"), List.of());
        Series series = all("unique_id,ds,y,feat,price2\na,1,5,0,2\na,2,6,1,3\na,3,,1,4\n").get(0);
        assertThat(series.knownAhead(columns).ahead()).isDeepEqualTo(new double[][] {{1, 4}});
        assertThatThrownBy(() -> all("unique_id,ds,y,feat\na,1,5,0\n"))
                .hasMessage(
                        "The covariate (price2) is no column of the file; it has (unique_id,ds,y,feat).\nMaybe another name in --covariates or --mask.");
    }

    @Test
    void aFrequencyThatIsGivenGoesBeforeWhatIsSeen() throws IOException {
        frequency = "D";
        assertThat(one("a,2024-01-01,5\na,2024-01-08,6\n").values()).hasSize(8);
    }

    private Series one(String rows) throws IOException {
        List<Series> all = read(rows);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Series> read(String rows) throws IOException {
        return all("unique_id,ds,y\n" + rows);
    }

    private List<Series> all(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), text);
        return new SeriesFile(
                        file.toString(), SeriesColumns.usual(), columns, frequency, gapsAreZero)
                .read();
    }
}

package io.quartermaster.pipelines.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.brand.BrandCriterion;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/results.md describes every table of a run with just the columns that it has. */
class ResultsDocumentTest {

    private static final int CELLS = 6; // four between five bars, empty text before and behind

    /** What stands for a family of columns, and whose names it stands for. */
    private static final Map<String, List<String>> FAMILIES =
            Map.of(
                    "<indicator>", SatisfactionIndicator.labels(),
                    "<criterion>",
                            Arrays.stream(BrandCriterion.values())
                                    .map(BrandCriterion::label)
                                    .toList());

    static List<String> resultTables() {
        return names(false);
    }

    static List<String> eventTables() {
        return names(true);
    }

    @ParameterizedTest
    @MethodSource("resultTables")
    void describesTheColumnsOfATable(String table) throws IOException {
        List<String> described =
                rows(table).stream().flatMap(row -> columns(row[1])).sorted().toList();
        assertThat(described)
                .containsExactlyElementsOf(
                        ResultSchema.table(table).columns().stream()
                                .map(ResultColumn::name)
                                .sorted()
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("resultTables")
    void saysWhatAColumnMeans(String table) throws IOException {
        for (String[] row : rows(table)) {
            assertThat(row).as(row[1]).hasSize(CELLS);
            assertThat(row[2]).as(row[1]).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("eventTables")
    void namesATableOfEvents(String table) throws IOException {
        List<String> lines = lines();
        int start = lines.indexOf("## Clean events");
        assertThat(start).isNotNegative();
        assertThat(String.join(" ", lines.subList(start, lines.size())))
                .contains("`" + table + "`");
    }

    @Test
    void namesEveryMemberOfAFamily() throws IOException {
        String text = String.join(" ", lines());
        FAMILIES.forEach(
                (family, members) -> {
                    String stands = text.substring(text.indexOf("a column with `" + family + "`"));
                    String list = stands.substring(0, stands.indexOf('('));
                    assertThat(members).allMatch(member -> list.contains("`" + member + "`"));
                });
    }

    private static List<String> names(boolean ofEvents) {
        return ResultSchema.tables().stream()
                .filter(table -> Event.class.isAssignableFrom(table.channel().type()) == ofEvents)
                .map(ResultTable::name)
                .toList();
    }

    /** Cells of the table under the heading that names a result table. */
    private static List<String[]> rows(String table) throws IOException {
        return lines().stream()
                .dropWhile(line -> !isHeadingOf(table, line))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.split("\\|", -1))
                .map(cells -> Arrays.stream(cells).map(String::strip).toArray(String[]::new))
                .toList();
    }

    private static boolean isHeadingOf(String table, String line) {
        return line.startsWith("### ")
                && List.of(line.substring("### ".length()).split(", ")).contains(table);
    }

    private static Stream<String> columns(String cell) {
        return Arrays.stream(cell.replace("`", "").split(", "))
                .flatMap(
                        column ->
                                FAMILIES.keySet().stream()
                                        .filter(column::endsWith)
                                        .findFirst()
                                        .map(family -> members(column, family))
                                        .orElse(Stream.of(column)));
    }

    private static Stream<String> members(String column, String family) {
        return FAMILIES.get(family).stream().map(member -> column.replace(family, member));
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "results.md"));
    }
}

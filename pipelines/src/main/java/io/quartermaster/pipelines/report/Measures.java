package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultFiles;
import io.quartermaster.pipelines.result.ResultSession;
import io.quartermaster.pipelines.result.SqlScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;

/**
 * The measures of the business by brand, as the analysts' pack of that name answers.
 *
 * @param titles of the columns, {@code #} before those of numbers; none if history tells no brands
 * @param rows of cells
 */
public record Measures(List<String> titles, List<List<String>> rows) {

    /** Of a history without brands. */
    static final Measures NONE = new Measures(List.of(), List.of());

    private static final String PACK = "measures.sql";

    /** What sources without brands put into the catalogue. */
    private static final Set<String> NO_BRANDS = Set.of("", "unknown");

    /** Asks the tables that the pack measures; the others need not be there. */
    static Measures of(ResultFiles files) throws IOException {
        if (files.where("items", row -> !NO_BRANDS.contains(row.text("brand"))).isEmpty()) {
            return NONE;
        }
        TableEnvironment session = ResultSession.open(files.folder(), Map.of());
        TableResult answer = session.executeSql(SqlScript.statements(pack()).get(0));
        List<String> titles = new ArrayList<>();
        for (String column : answer.getResolvedSchema().getColumnNames()) {
            String words = column.replace('_', ' ');
            titles.add(titles.isEmpty() ? words : "#" + words);
        }
        return new Measures(titles, cells(answer));
    }

    private static String pack() throws IOException {
        try (InputStream text = Measures.class.getResourceAsStream(PACK)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An answer that is read to its end closes itself. */
    private static List<List<String>> cells(TableResult answer) {
        List<List<String>> rows = new ArrayList<>();
        answer.collect().forEachRemaining(row -> rows.add(cells(row)));
        return rows;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getArity(); i++) {
            cells.add(row.getField(i) == null ? "–" : row.getField(i).toString());
        }
        return cells;
    }
}

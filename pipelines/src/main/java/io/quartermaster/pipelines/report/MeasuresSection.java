package io.quartermaster.pipelines.report;

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

/** The measures of the business by brand, as the analysts' pack of that name answers. */
final class MeasuresSection implements ReportSection {

    private static final String PACK = "measures.sql";

    /** What sources without brands put into the catalogue. */
    private static final Set<String> NO_BRANDS = Set.of("", "unknown");

    @Override
    public String anchor() {
        return "measures";
    }

    @Override
    public String title() {
        return "Measures";
    }

    @Override
    public void write(Html html, ReportInput input) throws IOException {
        html.section(
                anchor(),
                "Measures of the business",
                "By brand over the last 28 days; stock turns a year as of the last day. The view brand_days has them day by day: quartermaster sql -e \"SELECT * FROM brand_days\".");
        if (input.files().where("items", row -> !NO_BRANDS.contains(row.text("brand"))).isEmpty()) {
            html.element("p", "none", "This history tells no brands.").endSection();
            return;
        }
        TableEnvironment session = ResultSession.open(input.files().folder(), Map.of());
        TableResult answer = session.executeSql(SqlScript.statements(pack()).get(0));
        List<String> titles = new ArrayList<>();
        for (String column : answer.getResolvedSchema().getColumnNames()) {
            String words = column.replace('_', ' ');
            titles.add(titles.isEmpty() ? words : "#" + words);
        }
        html.table(titles, cells(answer)).endSection();
    }

    private static String pack() throws IOException {
        try (InputStream text = MeasuresSection.class.getResourceAsStream(PACK)) {
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

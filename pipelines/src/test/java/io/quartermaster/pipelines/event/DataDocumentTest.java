package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.governance.PersonalField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/data.md says of every column what the code does. */
class DataDocumentTest {

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void listsEveryColumnOfAKindWithItsClass(EventKind kind) throws IOException {
        List<String> columns = new ArrayList<>();
        for (String[] row : rows(kind)) {
            String column = row[1];
            columns.add(column);
            boolean needed = kind.requiredColumns().contains(column);
            assertThat(row[3].equals("yes")).as("%s needed", column).isEqualTo(needed);
            assertThat(row[4]).isIn("public", "internal", "personal");
            assertThat(row[4].equals("personal"))
                    .as("%s personal", column)
                    .isEqualTo(PersonalField.ofColumn(column).isPresent());
            assertThat(row[5]).isNotBlank();
        }
        assertThat(columns).isEqualTo(kind.columns());
    }

    /** Cells of the table under the kind's heading; the first is empty. */
    private static List<String[]> rows(EventKind kind) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "data.md"));
        int start = lines.indexOf("### " + kind.label()) + 6;
        assertThat(start).as("heading of %s", kind.label()).isGreaterThan(5);
        return lines.subList(start, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(DataDocumentTest::cells)
                .toList();
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }
}

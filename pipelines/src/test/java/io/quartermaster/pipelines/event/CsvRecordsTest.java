package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takesAnyLineEnd(String end) throws IOException {
        assertThat(read("a,b" + end + end + "c," + end + ",d"))
                .containsExactly("1 [a, b]", "3 [c, ]", "4 [, d]");
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(read("\uFEFFid,x\n1,2")).containsExactly("1 [id, x]", "2 [1, 2]");
    }

    @Test
    void readsQuotedFields() throws IOException {
        assertThat(read("\"a,1\",\"say \"\"hi\"\"\",\"\"\nlast,\"two\r\nlines\",x\nend,,"))
                .containsExactly("1 [a,1, say \"hi\", ]", "2 [last, two\nlines, x]", "4 [end, , ]");
    }

    @Test
    void takesAQuoteWithinPlainTextAsItStands() throws IOException {
        assertThat(read("5\" nail,box")).containsExactly("1 [5\" nail, box]");
    }

    @Test
    void losesOneLineToAQuoteThatIsNeverClosed() throws IOException {
        assertThat(read("a,\"b\nc,d\ne,f"))
                .containsExactly(
                        "1 A quote is opened and never closed. a,\"b", "2 [c, d]", "3 [e, f]");
    }

    @Test
    void losesOneLineToAnOpenQuoteEvenInALongFile() throws IOException {
        String rest = "x,y\n".repeat(5000);
        List<String> records = read("a,\"b\n" + rest);
        assertThat(records).hasSize(5001);
        assertThat(records.get(5000)).isEqualTo("5001 [x, y]");
    }

    @Test
    void namesTheColumnWhoseQuoteIsFollowedByText() throws IOException {
        assertThat(read("a,\"b\"c,d\ne,f,g"))
                .containsExactly(
                        "1 Text follows the quote that closes column 2. a,\"b\"c,d", "2 [e, f, g]");
    }

    private static List<String> read(String text) throws IOException {
        CsvRecords records = new CsvRecords(new BufferedReader(new StringReader(text)));
        List<String> all = new ArrayList<>();
        while (records.next()) {
            all.add(
                    records.line()
                            + " "
                            + (records.broken().isEmpty()
                                    ? List.of(records.values()).toString()
                                    : records.broken() + " " + records.original()));
        }
        return all;
    }
}

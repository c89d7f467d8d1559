package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecommendCommandTest {

    private static final String TOY =
            """
            user,item
            ann,a
            ann,b
            bob,a
            bob,b
            bob,c
            """;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void recommendsWithReasons() throws IOException {
        assertThat(recommend(TOY, "--method", "item-cf")).isZero();
        assertThat(out)
                .hasToString(
                        """
                        user,rank,item,score,reason
                        ann,1,c,1.414214,bought a (0.707107) and b (0.707107)
                        """);
    }

    @Test
    void recommendsByUsersIntoAFile() throws IOException {
        Path result = folder.resolve("out.csv");
        assertThat(recommend(TOY, "--method", "user-cf", "--output", result.toString())).isZero();
        assertThat(result)
                .hasContent(
                        """
                        user,rank,item,score,reason
                        ann,1,c,0.816497,bob (0.816497) bought it
                        """);
        assertThat(out.toString()).isEmpty();
    }

    /** Nobody has the red car; it is like the blue one, of which ann has bought another kind. */
    @Test
    void recommendsWhatNobodyHasByItsWords() throws IOException {
        Path items =
                write(
                        "items.csv",
                        """
                        item,title,kind,price
                        a,blue toy car,toy,4
                        b,garden chair,chair,90
                        c,kitchen table,table,300
                        new,red toy car,toy,4.2
                        """);
        assertThat(recommend(TOY, "--method", "content", "--items", items.toString())).isZero();
        assertThat(out).asString().contains("ann,1,new,").contains("bought a (");
    }

    /** Vectors of pictures say that c and new are alike, whatever the words say. */
    @Test
    void recommendsByVectorsFromElsewhere() throws IOException {
        Path pictures = write("pictures.csv", "id,v1,v2\na,1,0\nb,0.9,-0.5\nc,0,1\nnew,0.1,1\n");
        String vectors = "image=" + pictures;
        assertThat(recommend(TOY, "--method", "content", "--vectors", vectors)).isZero();
        assertThat(out).asString().contains("bob,1,new,").contains("bought c (");
    }

    @Test
    void refusesContentWithoutACatalogueAndVectorsOfAnotherSize() throws IOException {
        assertThat(recommend(TOY, "--method", "content")).isEqualTo(1);
        assertThat(error).asString().contains("(content) needs to know items", "--items FILE");
        Path zero = write("zero.csv", "id,v1\na,1\na,2\n");
        assertThat(recommend(TOY, "--vectors", "image=" + zero)).isEqualTo(1);
        assertThat(error).asString().contains("Its id (a) came before").doesNotContain("\tat ");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void takesTheLatestRating() throws IOException {
        String rated =
                """
                user,item,rating,timestamp
                ann,a,1,2026-01-02
                ann,a,4,2026-01-01
                bob,a,2,2026-01-01T10:00:00Z
                bob,b,2,2026-01-01
                """;
        assertThat(recommend(rated, "--exclude-seen", "true", "--method", "user-cf")).isZero();
        assertThat(out).asString().contains("ann,1,b,1.414214,bob (1.414214) bought it");
    }

    @Test
    void includesWhatIsSeenWherePeopleBuyAgain() throws IOException {
        assertThat(recommend(TOY + "ann,a\nann,a\n", "--k", "1", "--method", "user-cf")).isZero();
        assertThat(out).asString().contains("ann,1,a,").contains("bob,1,a,");
    }

    @Test
    void readsCompressedFiles() throws IOException {
        Path file = folder.resolve("in.csv.gz");
        Files.write(file, zipped());
        assertThat(run("--input", file.toString(), "--quiet")).isZero();
        assertThat(out).asString().contains("ann,1,c");
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        Path file = folder.resolve("in.csv.gz");
        byte[] whole = zipped();
        Files.write(file, Arrays.copyOf(whole, whole.length - 10));
        Path result = folder.resolve("out.csv");
        assertThat(run("--input", file.toString(), "--output", result.toString())).isEqualTo(1);
        assertThat(error).asString().contains("is cut off or damaged").doesNotContain("\tat ");
        assertThat(result).doesNotExist();
    }

    @Test
    void refusesBadInputNamingLineAndRemedy() throws IOException {
        assertThat(recommend("user,item,rating\nann,a,good\n")).isEqualTo(1);
        assertThat(error)
                .asString()
                .contains("Line 2 of the file")
                .contains("Its rating (good) is not a number.\nMaybe correct or remove it.");
    }

    @Test
    void refusesAnotherShape() throws IOException {
        assertThat(recommend("customer,item\nann,a\n")).isEqualTo(1);
        assertThat(error).asString().contains("lacks the columns (user)");
        assertThat(recommend("user,item\n")).isEqualTo(1);
        assertThat(error).asString().contains("has a header but no lines");
        assertThat(recommend(TOY, "--method", "magic")).isEqualTo(1);
        assertThat(error).asString().contains("The method (magic) is not known.");
        assertThat(recommend(TOY, "--k", "0")).isEqualTo(1);
        assertThat(error).asString().contains("The k (0) must be 1 or more.");
        assertThat(recommend(TOY, "--neighbours", "1025")).isEqualTo(1);
        assertThat(error)
                .asString()
                .contains("The number of neighbours (1025) must be 1 to 1,024.");
    }

    @Test
    void everyEngineGivesTheSameListAndAnUnknownOneIsRefused() throws IOException {
        assertThat(recommend(TOY, "--method", "item-cf")).isZero();
        String byDefault = out.toString();
        out.getBuffer().setLength(0);
        assertThat(recommend(TOY, "--method", "item-cf", "--engine", "scalar")).isZero();
        assertThat(out).hasToString(byDefault);
        assertThat(recommend(TOY, "--engine", "abacus")).isEqualTo(1);
        assertThat(error).asString().contains("abacus").doesNotContain("\tat ");
    }

    private int recommend(String table, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), table);
        String[] arguments =
                Arrays.copyOf(
                        new String[] {"--input", file.toString(), "--quiet"}, 3 + more.length);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return run(arguments);
    }

    private int run(String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "recommend";
        System.arraycopy(more, 0, arguments, 1, more.length);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }

    private static byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(TOY.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

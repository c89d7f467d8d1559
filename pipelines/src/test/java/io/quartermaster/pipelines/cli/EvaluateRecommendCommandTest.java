package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateRecommendCommandTest {

    /** The last of ann is c, of bob d, of cid b. Before: a and b have 3 and 2 users, c and d 1. */
    private static final String TOY =
            """
            user,item,timestamp
            ann,a,1
            ann,b,2
            ann,c,9
            bob,a,1
            bob,b,2
            bob,c,3
            bob,d,9
            cid,a,1
            cid,d,2
            cid,b,9
            """;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    /**
     * By popularity, what a user has left out: ann gets c, d (a hit first), bob d (a hit first),
     * cid b, c (a hit first). At k = 1 each finds one of one.
     */
    @Test
    void measuresByHandWhatTheLastEventOfEachIs() throws IOException {
        JsonNode popular =
                measured("--input", file("in.csv", TOY), "--methods=popular", "--k=1,2")
                        .at("/methods/popular");

        assertThat(popular.at("/hr@1/value").asDouble()).isEqualTo(1);
        assertThat(popular.at("/ndcg@2/value").asDouble()).isEqualTo(1);
        assertThat(popular.at("/map@2/value").asDouble()).isEqualTo(1);
        assertThat(popular.at("/coverage@1").asDouble()).isEqualTo(0.75);
        // Shares of users: c 1/3, d 1/3, b 2/3, in bits.
        assertThat(popular.at("/novelty@1/value").asDouble())
                .isCloseTo((2 * 1.584963 + 0.584963) / 3, within(1e-6));
    }

    @Test
    void splitsByTimeAndSaysWhoAndWhatIsNew() throws IOException {
        String table = TOY + "dot,a,9\nann,z,9\n";
        JsonNode all =
                measured(
                        "--input",
                        file("in.csv", table),
                        "--split=temporal",
                        "--test-share=0.3",
                        "--methods=item-cf,popular");

        assertThat(all.path("users").asInt()).isEqualTo(3);
        assertThat(all.path("users_without_history").asInt()).isEqualTo(1);
        assertThat(all.path("unknown_items").asInt()).isEqualTo(1);
        assertThat(all.at("/methods/popular/recall@10/value").asDouble())
                .isCloseTo((0.5 + 1 + 1) / 3, within(1e-6));
        assertThat(all.at("/gains/item-cf over popular/ndcg@10/low").isNumber()).isTrue();
    }

    @Test
    void takesTheSplitOfFiles() throws IOException {
        String train = file("train.csv", "user,item\nann,a\nann,b\nbob,a\nbob,c\ncid,b\n");
        String validation = file("validation.csv", "user,item\nann,c\ncid,a\n");
        String test = file("test.csv", "user,item\ncid,c\nbob,b\n");
        JsonNode all =
                measured(
                        "--train",
                        train,
                        "--validation",
                        validation,
                        "--test",
                        test,
                        "--methods=auto,user-cf");
        assertThat(all.at("/methods/user-cf/hr@10/value").asDouble()).isEqualTo(1);
        assertThat(all.at("/methods/auto/hr@10/value").asDouble()).isEqualTo(1);
    }

    @Test
    void measuresPredictedRatings() throws IOException {
        StringBuilder table = new StringBuilder("user,item,rating,timestamp\n");
        for (int user = 0; user < 30; user++) {
            for (int item = 0; item < 10; item++) {
                int rating = (user + item) % 2 == 0 ? 5 : 1;
                table.append(
                        "u%d,i%d,%d,%d\n"
                                .formatted(user, item, rating, (7 * item + user + user / 10) % 10));
            }
        }
        JsonNode all = measured("--input", file("in.csv", table.toString()), "--methods=popular");
        assertThat(all.at("/ratings/baseline/rmse").asDouble()).isGreaterThan(1.5);
        assertThat(all.at("/ratings/item-cf/rmse").asDouble()).isLessThan(0.3);
        assertThat(all.at("/ratings/user-cf/mae").asDouble()).isLessThan(0.3);
    }

    @Test
    void writesATableWithIntervalsAndGains() throws IOException {
        assertThat(run("--input", file("in.csv", TOY), "--methods=popular,user-cf")).isZero();
        assertThat(out)
                .asString()
                .startsWith("3 users, 4 items; without history 0 users, unknown items 0\n")
                .contains("method    k", "popular  10  1.0000 (1.0000 to 1.0000)", "gain of");
    }

    @Test
    void measuresAUserWithAHundredThousandEvents() throws IOException {
        StringBuilder table = new StringBuilder(TOY);
        for (int event = 0; event < 100_000; event++) {
            table.append("eve,i%d,%d\n".formatted(event % 3000, event));
        }
        assertThat(
                        run(
                                "--input",
                                file("in.csv", table.toString()),
                                "--methods=item-cf,user-cf,sequence",
                                "--format=json"))
                .isZero();
    }

    @Test
    void refusesWhatCannotBeMeasured() throws IOException {
        assertRefused(
                "No user has both a history and something held out.",
                "--input",
                file("one.csv", "user,item\nann,a\nbob,b\n"));
        assertRefused("has a header but no lines", "--input", file("none.csv", "user,item\n"));
        assertRefused("is empty", "--input", file("empty.csv", ""));
        assertRefused("The split (magic) is not known.", "--input", toy(), "--split=magic");
        assertRefused(
                "has no times that compare users",
                "--input",
                file("plain.csv", "user,item\nann,a\nann,b\n"),
                "--split=temporal");
        assertRefused("The --test-share (1.0) must lie", "--input", toy(), "--test-share=1");
        assertRefused("The k ([10, 0]) must be 1 or more.", "--input", toy(), "--k=10,0");
        assertRefused("The method (magic) is not known.", "--input", toy(), "--methods=magic");
        assertRefused("Either --input or both --train and --test", "--train", toy());
        assertRefused("number of neighbours (0)", "--input", toy(), "--neighbours=0");
    }

    private void assertRefused(String message, String... arguments) {
        assertThat(run(arguments)).isEqualTo(1);
        assertThat(error).asString().contains(message).doesNotContain("\tat ");
    }

    private String toy() throws IOException {
        return file("in.csv", TOY);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private JsonNode measured(String... more) throws IOException {
        String[] arguments = java.util.Arrays.copyOf(more, more.length + 1);
        arguments[more.length] = "--format=json";
        assertThat(run(arguments)).as(error.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "evaluate";
        arguments[1] = "recommend";
        arguments[2] = "--quiet";
        System.arraycopy(more, 0, arguments, 3, more.length);
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }
}

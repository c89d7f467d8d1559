package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SatisfactionCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @Test
    void ranksByGivenWeightsAndSpreadsMissingOnes() throws IOException {
        int code = run("entity,returns,rating\nA,0.5,0.5\nB,1,\nC,0,0.5\n", "0.5,0.5");

        assertThat(code).isZero();
        assertThat(folder.resolve("out.csv"))
                .hasContent(
                        """
                        entity,position,score,part_returns,part_rating
                        B,1,1.0,1.0,
                        A,2,0.5,0.25,0.25
                        C,3,0.25,0.0,0.25
                        """);
    }

    @Test
    void printsWhereNoOutputIsGiven() throws IOException {
        Path input = Files.writeString(folder.resolve("in.csv"), "entity,a\nX,1\n");

        assertThat(execute("satisfaction", "--input", input.toString())).isZero();

        assertThat(out.toString().lines())
                .containsExactly("entity,position,score,part_a", "X,1,1.0,1.0");
    }

    @Test
    void weighsByEntropyAndByFactor() throws IOException {
        String rows = "entity,a,b\nX,0.5,0.1\nY,0.5,0.9\nZ,0.5,0.5\n";

        assertThat(run(rows, "entropy")).isZero();
        assertThat(folder.resolve("out.csv"))
                .content()
                .contains("Y,1,0.9,0.0,0.9\nZ,2,0.5,0.0,0.5");
        assertThat(run(rows, "factor")).isZero();
    }

    @Test
    void weighsByMaximumLikelihoodAndSaysWhatItFinds() throws IOException {
        StringBuilder rows = new StringBuilder("entity,a,b,c,d\n");
        double[][] values = {
            {0.1, 0.2, 0.1, 0.9}, {0.3, 0.2, 0.4, 0.1}, {0.5, 0.6, 0.4, 0.5}, {0.7, 0.6, 0.8, 0.2},
            {0.9, 0.8, 0.7, 0.8}, {0.2, 0.3, 0.3, 0.4}, {0.6, 0.5, 0.7, 0.6}, {0.8, 0.9, 0.9, 0.3}
        };
        for (int i = 0; i < values.length; i++) {
            rows.append("e").append(i);
            for (double value : values[i]) {
                rows.append(',').append(value);
            }
            rows.append('\n');
        }

        assertThat(
                        run(
                                rows.toString(),
                                "factor",
                                "--method",
                                "maximum-likelihood",
                                "--rotation",
                                "promax",
                                "--factors",
                                "1"))
                .isZero();
        assertThat(error.toString())
                .contains("KMO 0.", "factors 1", "Loadings of a: 0.9")
                .contains("Weights of [a, b, c, d]: [0.3");
        assertThat(run(rows.toString(), "factor", "--factors", "9"))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("The number of factors (9) does not suit 4 columns.\nMaybe 1 to 3.");
    }

    @Test
    void weighsByJudgementsAndRefusesThoseThatContradictThemselves() throws IOException {
        Path judged =
                Files.writeString(
                        folder.resolve("judged.csv"), "first,second,value\na,b,2\nb,c,3\na,c,6\n");
        String rows = "entity,a,b,c\nX,1,0,0\nY,0,1,0\n";

        assertThat(run(rows, "ahp", "--judgements", judged.toString())).isZero();
        assertThat(folder.resolve("out.csv")).content().contains("X,1,0.6", "Y,2,0.3");

        Files.writeString(judged, "first,second,value\na,b,9\nb,c,9\na,c,1/9\n");
        assertThat(run(rows, "ahp", "--judgements", judged.toString()))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("contradict themselves (consistency ratio ")
                .contains("Maybe judge (");
        assertThat(run(rows, "ahp", "--judgements", judged.toString(), "--force")).isZero();
        assertThat(run(rows, "ahp")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains("The weights (ahp) need --judgements.");
    }

    @Test
    void tellsTheMixOfGroupsFromWhatHappenedInsideThem() throws IOException {
        Path before =
                Files.writeString(
                        folder.resolve("before.csv"),
                        "entity,group,share,rating\nS,books,80,0.9\nS,toys,20,0.5\nT,books,1,\n");

        int code =
                run(
                        "entity,group,share,rating\nS,books,20,0.92\nS,toys,80,0.52\nT,books,1,0.1\n",
                        "equal",
                        "--before",
                        before.toString());

        assertThat(code).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0))
                .isEqualTo(
                        "entity,position,score,part_rating,before,change,change_rating,change_mix,change_weighting,cause");
        String[] cells = lines.get(1).split(",", -1);
        assertThat(Double.parseDouble(cells[5])).isCloseTo(-0.22, within(1e-9));
        assertThat(Double.parseDouble(cells[6])).isCloseTo(0.02, within(1e-9));
        assertThat(Double.parseDouble(cells[7])).isCloseTo(-0.24, within(1e-9));
        assertThat(cells[9]).startsWith("mix:");
        assertThat(lines.get(2)).isEqualTo("T,2,0.1,0.1,,,,,,");
    }

    @Test
    void readsTheResultsOfARun() throws IOException {
        Path results = results();

        int code =
                execute(
                        "satisfaction",
                        "--results",
                        results.toString(),
                        "--since",
                        "2026-01-01",
                        "--shrink");

        assertThat(code).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).contains("part_rating", "change_rating");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("few,1,0.8");
        assertThat(lines.get(2)).startsWith("many,2,0.7").endsWith("rating");
        assertThat(execute("satisfaction", "--results", results.toString(), "--by", "item"))
                .isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString())
                .contains("hold no satisfaction by (item).\nMaybe one of [seller].");
    }

    @Test
    void tracesStockOutsAndLateDeliveriesToThePlanThatAllowedThem() throws IOException {
        Path csv = Files.createDirectories(folder.resolve("run/csv"));
        Files.writeString(csv.resolve("items.csv"), "item,supplier\nA,S\nB,S\n");
        Files.writeString(
                csv.resolve("plan_summaries.csv"),
                "supplier,plan_version,plan_day,cause\nS,v1,2026-01-01,calendar\nS,v8,2026-01-08,calendar\n");
        Files.writeString(
                csv.resolve("plan.csv"),
                "plan_day,item,place,supplier,order_day,arrival_day,quantity,packs,reason,plan_version,assumed,status\n"
                        + "2026-01-08,A,main,S,2026-01-08,2026-01-11,5,1,,v8,false,optimal\n");
        Files.writeString(
                csv.resolve("orders.csv"),
                "order_id,item,place,event_time\no1,A,main,2026-01-12T08:00:00Z\no2,B,main,2026-01-12T08:00:00Z\n");
        Files.writeString(
                csv.resolve("stock.csv"),
                "item,place,event_time,on_hand\nA,main,2026-01-13T00:00:00Z,0\nB,main,2026-01-05T00:00:00Z,0\nB,main,2026-01-06T00:00:00Z,9\n");
        Files.writeString(
                csv.resolve("deliveries.csv"),
                "direction,order_id,item,place,promised_at,delivered_at\n"
                        + "OUTBOUND,o1,A,main,2026-01-14T00:00:00Z,2026-01-16T00:00:00Z\n"
                        + "OUTBOUND,o2,,main,2026-01-14T00:00:00Z,\n"
                        + "OUTBOUND,o2,B,main,2026-01-14T00:00:00Z,2026-01-14T20:00:00Z\n"
                        + "INBOUND,p,B,main,2026-01-04T00:00:00Z,2026-01-06T00:00:00Z\n");

        assertThat(
                        execute(
                                "satisfaction",
                                "--results",
                                folder.resolve("run").toString(),
                                "--trace"))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "kind,item,place,event_day,order_id,plan_version,plan_day,reason",
                        "late_delivery,A,main,2026-01-14,o1,v8,2026-01-08,it ordered too little: 5",
                        "late_delivery,B,main,2026-01-14,o2,,,in stock: held up by seller or carrier",
                        "stock_out,A,main,2026-01-13,,v8,2026-01-08,it ordered too little: 5",
                        "stock_out,B,main,2026-01-05,,v1,2026-01-01,deliveries that the supplier owed by then: 1");
    }

    /** Many ratings of 0.7, and five of 1. */
    private Path results() throws IOException {
        Path csv = Files.createDirectories(folder.resolve("results/csv"));
        String header = "entity_kind,entity,event_day";
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            header += ",rating_" + indicator.label() + ",evidence_" + indicator.label();
        }
        StringBuilder rows = new StringBuilder(header).append('\n');
        row(rows, "many,2026-01-01", 0.75, 100);
        row(rows, "many,2026-01-03", 0.7, 200);
        row(rows, "few,2026-01-02", 1, 5);
        Files.writeString(csv.resolve("satisfaction.csv"), rows);
        return folder.resolve("results");
    }

    private static void row(StringBuilder rows, String start, double rating, double evidence) {
        rows.append("seller,").append(start);
        for (SatisfactionIndicator indicator : SatisfactionIndicator.values()) {
            boolean rated = indicator == SatisfactionIndicator.RATING;
            rows.append(rated ? "," + rating + "," + evidence : ",,0");
        }
        rows.append('\n');
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "0.5,0.2 => The weights [0.5, 0.2] sum to 0.7, not to 1.",
                "1.5,-0.5 => The weight (-0.5) must not be negative.",
                "1 => The number of weights (1 in \"1\") must be 2.",
                "0.5,half => The weight (half) in \"0.5,half\" cannot be read.",
                "factor => The number of entities (1 of 1) without a missing value is too small for factor weights."
            })
    void refusesWeightsThatDoNotFit(String weights, String message) throws IOException {
        assertThat(run("entity,a,b\nX,1,1\n", weights)).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).contains("Maybe").doesNotContain("\tat ");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "entity,a|X,1.5 => The value (1.5) of (a) of entity (X) must be a number of 0 to 1.",
                "entity,a|X,good => The value (good) of (a) of entity (X) must be a number of 0 to 1.",
                "entity,a|X,1|X,0 => The entity (X) stands twice, again in line 3",
                "name,a|X,1 => must be entity and one or more indicators.",
                "entity,a => holds no entity.",
                "`` => holds no entity."
            })
    void saysWhatIsWrongWithTheInput(String lines, String message) throws IOException {
        assertThat(run(lines.replace('|', '\n'), "equal")).isEqualTo(Quartermaster.FAILURE);
        assertThat(error.toString()).contains(message).contains("Maybe").doesNotContain("\tat ");
    }

    private int run(String input, String weights, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), input);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "satisfaction",
                                "--input",
                                file.toString(),
                                "--weights",
                                weights,
                                "--output",
                                folder.resolve("out.csv").toString(),
                                "--overwrite"));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments);
    }
}

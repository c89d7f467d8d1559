package io.quartermaster.pipelines.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.recommendation.HistoryRecommender;
import io.quartermaster.domain.recommendation.ListedItem;
import io.quartermaster.domain.recommendation.model.Histories;
import io.quartermaster.domain.recommendation.model.ItemScorer;
import io.quartermaster.domain.recommendation.model.ModelKind;
import io.quartermaster.domain.recommendation.model.ModelSearch;
import io.quartermaster.pipelines.embedded.Progress;
import io.quartermaster.pipelines.recommendation.InteractionFile;
import io.quartermaster.pipelines.recommendation.ItemContents;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Recommends items to every user of a table of interactions. */
@Command(
        name = "recommend",
        description = {
            "Recommend items to every user of a table user,item[,rating][,timestamp].",
            "Writes user,rank,item,score,reason."
        })
final class RecommendCommand implements Callable<Integer> {

    /** Users whose lists are made before any of them is written. */
    private static final int BUNDLE = 4096;

    @Spec private CommandSpec spec;
    @Mixin private RecommendSettings settings;
    @Mixin private OutputSettings output;
    @Mixin private Talk talk;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "The table.")
    private Path input;

    @Option(
            names = "--k",
            paramLabel = "N",
            defaultValue = "10",
            description = "Items for a user at most (default: ${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--method",
            paramLabel = "auto|item-cf|user-cf|ease|ials|sequence|popular|content",
            defaultValue = "auto",
            description =
                    "The model, or the blend of them that does best on a part of the table held out (default: ${DEFAULT-VALUE}).")
    private String method;

    @Override
    public Integer call() throws IOException {
        ModelKind kind = ModelKind.of(method);
        settings.excludeSeen(true);
        ItemContents contents = settings.contents();
        InteractionFile file = InteractionFile.read(input, contents.items());
        Histories histories = file.histories();
        boolean exclude = settings.excludeSeen(file.excludeSeen());
        Progress progress = talk.progress();
        progress.say(
                "Recommending by %s to %,d users among %,d items%s"
                        .formatted(
                                kind.label(),
                                histories.users(),
                                histories.items(),
                                exclude ? "" : ", those they have included"));
        ItemScorer scorer =
                new ModelSearch(
                                histories,
                                settings.search(
                                        exclude,
                                        file.ordered(),
                                        null,
                                        file.holding(),
                                        contents.of(histories.itemNames()),
                                        progress::say))
                        .fit(kind);
        HistoryRecommender recommender = new HistoryRecommender(histories, scorer, k, exclude);
        output.write(spec, out -> writeTo(out, histories, recommender));
        return 0;
    }

    private static void writeTo(Writer writer, Histories histories, HistoryRecommender recommender)
            throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord("user", "rank", "item", "score", "reason");
        for (int from = 0; from < histories.users(); from += BUNDLE) {
            int to = Math.min(histories.users(), from + BUNDLE);
            List<List<ListedItem>> lists =
                    IntStream.range(from, to).parallel().mapToObj(recommender::recommend).toList();
            for (int user = from; user < to; user++) {
                write(csv, histories.user(user), lists.get(user - from));
            }
        }
        csv.flush();
    }

    private static void write(CsvWriter csv, String user, List<ListedItem> list) {
        int rank = 0;
        for (ListedItem listed : list) {
            csv.writeRecord(
                    user,
                    Integer.toString(++rank),
                    listed.item(),
                    BigDecimal.valueOf(listed.score()).stripTrailingZeros().toPlainString(),
                    listed.reason());
        }
    }
}

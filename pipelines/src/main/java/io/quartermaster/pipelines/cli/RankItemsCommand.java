package io.quartermaster.pipelines.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.engine.FirstEngine;
import io.quartermaster.domain.recommendation.Ranker;
import io.quartermaster.domain.recommendation.RankerEngine;
import io.quartermaster.pipelines.recommendation.CandidateFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks candidates by a trained ranker. */
@Command(
        name = "rank-items",
        description = {
            "Rank candidates by a model of train ranker: user,item,rank,score, best first for each user.",
            "Ties go by item."
        })
final class RankItemsCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "CSV, or .gz, with user, item and the model's features.")
    private Path input;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "Folder that train ranker has written.")
    private Path model;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        RankerEngine engine =
                FirstEngine.of(
                        RankerEngine.class, RankItemsCommand.class.getClassLoader(), "rankers");
        try (Ranker ranker = engine.open(model)) {
            CandidateFile candidates = CandidateFile.read(input, ranker.features());
            talk.progress()
                    .say(
                            "Ranking %,d candidates of %,d users by model %s"
                                    .formatted(
                                            candidates.size(),
                                            candidates.users(),
                                            ranker.version()));
            output.write(
                    spec,
                    out -> {
                        CsvWriter csv =
                                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
                        csv.writeRecord("user", "item", "rank", "score");
                        candidates
                                .ranked(ranker)
                                .forEach(
                                        one ->
                                                csv.writeRecord(
                                                        one.user(),
                                                        one.item(),
                                                        String.valueOf(one.rank()),
                                                        Float.toString(one.score())));
                        csv.flush();
                    });
        }
        return 0;
    }
}

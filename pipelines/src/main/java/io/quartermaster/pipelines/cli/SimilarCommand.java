package io.quartermaster.pipelines.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilarityRequest;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.TopK;
import io.quartermaster.pipelines.embedded.OutputFile;
import io.quartermaster.pipelines.similarity.VectorTable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds the nearest neighbours of every row of a table of vectors. */
@Command(
        name = "similar",
        description = {
            "Find the nearest neighbours of every row of a table id,v1,…,vd among the others.",
            "Writes id,rank,neighbour,score."
        })
final class SimilarCommand implements Callable<Integer> {

    /** Rows asked in one call of the engine. */
    private static final int BUNDLE = 4096;

    @Spec private CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "The table.")
    private Path input;

    @Option(
            names = "--k",
            paramLabel = "N",
            defaultValue = "10",
            description = "Neighbours of a row at most (default: ${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--measure",
            paramLabel = "cosine|inner-product",
            defaultValue = "cosine",
            description = "How rows are compared (default: ${DEFAULT-VALUE}).")
    private String measure;

    @Option(
            names = "--engine",
            paramLabel = "auto|cuda|vector|panel|scalar",
            defaultValue = EngineChoice.AUTO,
            description = "Similarity engine (default: ${DEFAULT-VALUE}).")
    private String engine;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Threads of an engine on the CPU, 0 for all cores (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Mixin private OutputSettings output;
    @Mixin private Talk talk;

    private List<String> ids;
    private List<float[]> vectors;

    @Override
    public Integer call() throws IOException {
        SimilarityMeasure chosen = measure();
        SimilaritySettings settings = SimilaritySettings.of(engine).withThreads(threads);
        EngineChoice choice = SimilarityEngines.choose(engine);
        VectorTable table = VectorTable.read(input);
        ids = table.ids();
        vectors = table.vectors();
        talk.progress()
                .say(
                        "Comparing %,d rows on %s%s"
                                .formatted(
                                        ids.size(),
                                        choice.name(),
                                        choice.reason().isEmpty()
                                                ? ""
                                                : " (" + choice.reason() + ")"));
        try (SimilarityKernel kernel = SimilarityEngines.engine(choice).open(settings)) {
            kernel.load(vectors.toArray(float[][]::new));
            write(kernel, chosen);
        }
        return 0;
    }

    private void write(SimilarityKernel kernel, SimilarityMeasure chosen) throws IOException {
        if (!output.given()) {
            writeTo(spec.commandLine().getOut(), kernel, chosen);
            return;
        }
        try (OutputFile file = output.file()) {
            try (Writer writer = Files.newBufferedWriter(file.path())) {
                writeTo(writer, kernel, chosen);
            }
            file.commit();
        }
    }

    private void writeTo(Writer writer, SimilarityKernel kernel, SimilarityMeasure chosen)
            throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord("id", "rank", "neighbour", "score");
        for (int from = 0; from < ids.size(); from += BUNDLE) {
            int to = Math.min(ids.size(), from + BUNDLE);
            float[][] queries = vectors.subList(from, to).toArray(float[][]::new);
            int[][] oneself = new int[queries.length][];
            for (int i = 0; i < oneself.length; i++) {
                oneself[i] = new int[] {from + i};
            }
            TopK[] best = kernel.topK(queries, SimilarityRequest.best(k, chosen).without(oneself));
            for (int i = 0; i < best.length; i++) {
                write(csv, ids.get(from + i), best[i]);
            }
        }
        csv.flush();
    }

    private void write(CsvWriter csv, String id, TopK best) {
        for (int rank = 0; rank < best.ids().length; rank++) {
            csv.writeRecord(
                    id,
                    Integer.toString(rank + 1),
                    ids.get(best.ids()[rank]),
                    new BigDecimal(Float.toString(best.scores()[rank])).toPlainString());
        }
    }

    private SimilarityMeasure measure() {
        String name = measure.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(SimilarityMeasure.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The measure (%s) is not known.\nMaybe one of: cosine, inner-product."
                                                .formatted(measure)));
    }
}

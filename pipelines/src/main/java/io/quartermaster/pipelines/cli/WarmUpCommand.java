package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.EngineReport;
import io.quartermaster.pipelines.embedded.FileTree;
import io.quartermaster.pipelines.result.ResultSession;
import io.quartermaster.pipelines.result.RowFormat;
import io.quartermaster.pipelines.result.SqlAnswers;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Loads what starts need and runs a small demo, so that the archive of classes that the build makes
 * from this process holds them.
 */
@Command(
        name = "warm-up",
        hidden = true,
        description = "Load the classes that starts need; the build makes its archive so.")
final class WarmUpCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        EngineReport.probe().asText();
        Path folder = Files.createTempDirectory("quartermaster-warm-up");
        try {
            Path output = folder.resolve("demo");
            int failed = demo(output);
            if (failed == 0) {
                query(output);
            }
            return failed;
        } finally {
            FileTree.delete(folder);
        }
    }

    private static int demo(Path output) {
        return Quartermaster.commandLine()
                .execute(
                        "demo",
                        "--brands=2",
                        "--skus=8",
                        "--days=70",
                        "--quiet",
                        "--output=" + output);
    }

    /** Asks a result table, as the sql verb does. */
    private static void query(Path results) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        new SqlAnswers(ResultSession.open(results, Map.of()), RowFormat.TABLE, nowhere)
                .answer(
                        1,
                        "SELECT place, SUM(on_hand) AS units FROM stock WHERE on_hand > 0 GROUP BY place ORDER BY place");
    }
}

package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.EngineReport;
import io.quartermaster.pipelines.embedded.FileTree;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.result.ResultSession;
import io.quartermaster.pipelines.result.RowFormat;
import io.quartermaster.pipelines.result.SqlAnswers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import picocli.CommandLine.Command;

/**
 * Loads what starts need and runs a small job, so that the archive of classes that the build makes
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
        StreamExecutionEnvironment environment = StrictEnvironment.local(1, new Configuration());
        environment
                .fromSequence(1, 10)
                .uid("numbers")
                .keyBy(number -> number % 2, Types.LONG)
                .map(number -> number + 1)
                .returns(Types.LONG)
                .uid("add-one")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        environment.execute("warm-up");
        query();
        return 0;
    }

    /** Asks a result table, as the sql verb does. */
    private static void query() throws IOException {
        Path folder = Files.createTempDirectory("quartermaster-warm-up");
        try {
            Files.writeString(
                    folder.resolve("stock.csv"),
                    "id,event_time,source,item,place,on_hand\n1,2024-01-01T00:00:00Z,w,a,p,1\n");
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            new SqlAnswers(ResultSession.open(folder, Map.of()), RowFormat.TABLE, nowhere)
                    .answer(
                            1,
                            "SELECT place, SUM(on_hand) AS units FROM stock WHERE on_hand > 0 GROUP BY place ORDER BY place");
        } finally {
            FileTree.delete(folder);
        }
    }
}

package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.EngineReport;
import io.quartermaster.pipelines.event.StrictEnvironment;
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
        return 0;
    }
}

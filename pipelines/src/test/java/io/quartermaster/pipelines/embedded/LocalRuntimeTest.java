package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.pipelines.event.Exchange;
import io.quartermaster.pipelines.event.FileExchange;
import io.quartermaster.pipelines.event.Job;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRuntimeTest {

    @TempDir private Path folder;

    @Test
    void runsOneJobAfterTheOther() throws Exception {
        try (LocalRuntime runtime = runtime()) {
            assertThat(sum(runtime, new Summing(4))).isEqualTo(10);
            assertThat(sum(runtime, new Summing(100))).isEqualTo(5050);
        }
    }

    @Test
    void aJobThatFailsLeavesTheClusterToOthers() throws Exception {
        try (LocalRuntime runtime = runtime()) {
            assertThatThrownBy(() -> sum(runtime, new Summing(-1)))
                    .hasRootCauseInstanceOf(ArithmeticException.class)
                    .hasRootCauseMessage("The number (-1) is negative.");
            assertThat(sum(runtime, new Summing(3))).isEqualTo(6);
        }
    }

    private LocalRuntime runtime() {
        return new LocalRuntime(2, new Configuration(), folder);
    }

    private long sum(LocalRuntime runtime, Job job) throws Exception {
        FileExchange exchange = new FileExchange(folder, List.of(), ZoneOffset.UTC);
        return runtime.run(job, exchange).<Long>getAccumulatorResult(Adding.SUM);
    }

    /** Sums the numbers from 1 to a last one; a negative one stands alone. */
    private record Summing(long last) implements Job {

        @Override
        public String name() {
            return "summing";
        }

        @Override
        public List<ConfigOption<?>> options() {
            return List.of();
        }

        @Override
        public void define(
                StreamExecutionEnvironment environment, Exchange exchange, ReadableConfig options) {
            environment
                    .fromSequence(Math.min(1, last), last)
                    .uid("numbers")
                    .map(new Adding())
                    .returns(Types.LONG)
                    .uid("add")
                    .sinkTo(new DiscardingSink<>())
                    .uid("discard");
        }
    }

    private static final class Adding extends RichMapFunction<Long, Long> {
        static final String SUM = "sum";
        private static final long serialVersionUID = 1L;

        private final LongCounter sum = new LongCounter();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator(SUM, sum);
        }

        @Override
        public Long map(Long number) {
            if (number < 0) {
                throw new ArithmeticException("The number (" + number + ") is negative.");
            }
            sum.add(number);
            return number;
        }
    }
}

package io.quartermaster.benchmarks;

import io.quartermaster.domain.brand.BrandScore;
import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.event.Erasure;
import io.quartermaster.domain.event.ItemVector;
import io.quartermaster.domain.event.LifeCycleStep;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.recommendation.Recommendation;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.recommendation.ListTime;
import io.quartermaster.pipelines.recommendation.RecommendationOptions;
import io.quartermaster.pipelines.recommendation.RecommendationPipeline;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The recommendation job on two subtasks while Taobao's clicks are replayed: every click puts its
 * item into the item-to-item table and gets its customer a list out of 100 candidates at once. One
 * run without a limit tells the throughput; one at a fixed rate tells how long after a click its
 * list leaves the job. The first fifth of each is not counted.
 */
final class LiveRecommend implements Figure {

    private static final int LAPS = 50;
    private static final int EVENTS_PER_SECOND_ASKED = 20_000;
    private static final double P99_MILLIS_ASKED = 20;

    /** Read by sources and sinks of the job, which runs in this process. */
    private static TaobaoReplay replay;

    private static long[] sentNanos;
    private static int[] tookMicros;
    private static final AtomicInteger LISTS = new AtomicInteger();

    @Override
    public String name() {
        return "live-recommend";
    }

    @Override
    public String asked() {
        return "Taobao clicks replayed 50 times on two subtasks: at least 20,000 events/s, p99 under 20 ms";
    }

    @Override
    public String command() {
        return "benchmarks/run live-recommend";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        replay = TaobaoReplay.read(workshop);
        double rate = eventsPerSecond(Double.POSITIVE_INFINITY);
        eventsPerSecond(EVENTS_PER_SECOND_ASKED);
        int lists = LISTS.get();
        int[] counted = Arrays.copyOfRange(tookMicros, lists / 5, lists);
        Arrays.sort(counted);
        double p99 = millis(counted, 0.99);
        return Reached.of(
                String.format(
                        Locale.ROOT,
                        "%,.0f events/s; at %,d events/s a list leaves after %.1f ms (median), %.1f ms (p99)",
                        rate,
                        EVENTS_PER_SECOND_ASKED,
                        millis(counted, 0.5),
                        p99),
                String.format(Locale.ROOT, "%,d lists of %,d clicks", lists, sentNanos.length),
                rate >= EVENTS_PER_SECOND_ASKED && p99 < P99_MILLIS_ASKED);
    }

    /** Runs the job over all laps; how many events a second the last four fifths had. */
    private static double eventsPerSecond(double limit) {
        long events = (long) LAPS * replay.lap();
        sentNanos = new long[(int) events];
        tookMicros = new int[(int) events];
        LISTS.set(0);
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, new Configuration());
        environment.setBufferTimeout(1);
        environment.getConfig().setAutoWatermarkInterval(1);
        DataStream<Behaviour> clicks = clicks(environment, events, limit);
        RecommendationPipeline.build(inputs(environment, clicks), options())
                .lists()
                .filter(row -> row.position() == 1)
                .uid("first-of-list")
                .map(LiveRecommend::left, PlainTypes.of(Recommendation.class))
                .uid("left")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
        run(environment);
        int from = (int) (events / 5);
        return (events - from) / ((System.nanoTime() - sentNanos[from]) / 1e9);
    }

    private static void run(StreamExecutionEnvironment environment) {
        try {
            environment.execute();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The job failed.", e);
        }
    }

    private static RecommendationOptions options() {
        Configuration config = new Configuration();
        config.set(RecommendationOptions.WHEN, ListTime.ACT);
        config.set(RecommendationOptions.ACT_INTERVAL, Duration.ZERO);
        config.set(RecommendationOptions.TABLE_INTERVAL, Duration.ofHours(1));
        config.set(RecommendationOptions.HALF_LIFE, Duration.ofHours(1));
        config.set(RecommendationOptions.CUSTOMER_TTL, Duration.ofHours(6));
        return RecommendationOptions.of(config);
    }

    private static DataStream<Behaviour> clicks(
            StreamExecutionEnvironment environment, long events, double limit) {
        return environment
                .fromSource(
                        new DataGeneratorSource<>(
                                LiveRecommend::sent,
                                events,
                                limit == Double.POSITIVE_INFINITY
                                        ? RateLimiterStrategy.noOp()
                                        : RateLimiterStrategy.perSecond(limit),
                                PlainTypes.of(Behaviour.class)),
                        WatermarkStrategy.<Behaviour>forMonotonousTimestamps()
                                .withTimestampAssigner((one, before) -> one.time().toEpochMilli()),
                        "clicks")
                .setParallelism(1)
                .uid("clicks");
    }

    private static Behaviour sent(Long number) {
        sentNanos[number.intValue()] = System.nanoTime();
        return replay.event(number);
    }

    private static Recommendation left(Recommendation row) {
        long number = replay.number(row.asOf());
        long took = System.nanoTime() - sentNanos[(int) number];
        tookMicros[LISTS.getAndIncrement()] = (int) (took / 1_000);
        return row;
    }

    private static double millis(int[] sortedMicros, double share) {
        return sortedMicros[(int) (sortedMicros.length * share)] / 1e3;
    }

    private static RecommendationPipeline.Inputs inputs(
            StreamExecutionEnvironment environment, DataStream<Behaviour> clicks) {
        return new RecommendationPipeline.Inputs(
                none(environment, OrderLine.class),
                none(environment, ReturnLine.class),
                clicks,
                none(environment, Erasure.class),
                none(environment, StockLevel.class),
                none(environment, Forecast.class),
                none(environment, CatalogueItem.class),
                none(environment, CatalogueText.class),
                none(environment, ItemVector.class),
                none(environment, LifeCycleStep.class),
                none(environment, BrandScore.class),
                Optional.empty());
    }

    private static <T> DataStream<T> none(StreamExecutionEnvironment environment, Class<T> type) {
        return environment
                .fromSequence(0, 0)
                .uid("none-" + type.getSimpleName())
                .<T>flatMap((index, out) -> {}, PlainTypes.of(type))
                .uid("no-" + type.getSimpleName());
    }
}

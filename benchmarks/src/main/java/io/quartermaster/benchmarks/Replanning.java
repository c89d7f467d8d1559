package io.quartermaster.benchmarks;

import io.quartermaster.domain.replenishment.PlanVersion;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.event.RunOptions;
import io.quartermaster.pipelines.event.StrictEnvironment;
import io.quartermaster.pipelines.replenishment.ReplenishmentJob;
import java.util.Arrays;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * How long it takes from a stock or terms event to the corrected orders, in the replenishment job
 * on two subtasks: one component of 200 skus whose supplier has 0.9 of the capacity that they need.
 * Each event comes when the orders of the one before are out. Beside it the first plan of the same
 * job, which starts from nothing.
 */
final class Replanning implements Figure {

    private static final double SECONDS_ASKED = 5;

    @Override
    public String name() {
        return "replanning";
    }

    @Override
    public String asked() {
        return "from a stock or terms event to the corrected orders, a component of 200 skus: p99 under 5 s";
    }

    @Override
    public String command() {
        return "benchmarks/run replanning";
    }

    @Override
    public Reached measure(Workshop workshop) throws InterruptedException {
        PlainTypes.register();
        ReplanningStory story = new ReplanningStory();
        run(story);
        double[] stock = story.seconds(0);
        double[] terms = story.seconds(1);
        double[] all = story.seconds();
        return Reached.of(
                "p50 %.2f s, p99 %.2f s (stock %.2f and %.2f, terms %.2f and %.2f) of %d events; largest gap %.2f %%"
                        .formatted(
                                quantile(all, 0.5),
                                quantile(all, 0.99),
                                quantile(stock, 0.5),
                                quantile(stock, 0.99),
                                quantile(terms, 0.5),
                                quantile(terms, 0.99),
                                all.length,
                                100 * story.largestGap(PlanVersion.EVENTS)),
                "the first plan %.2f s, gap %.2f %%"
                        .formatted(
                                story.firstSeconds(), 100 * story.largestGap(PlanVersion.CALENDAR)),
                quantile(all, 0.99) < SECONDS_ASKED);
    }

    private static void run(ReplanningStory story) throws InterruptedException {
        Configuration options = new Configuration();
        options.set(RunOptions.HORIZON_DAYS, ReplanningStory.HORIZON);
        StreamExecutionEnvironment environment = StrictEnvironment.local(2, options);
        new ReplenishmentJob().define(environment, new ReplanningExchange(story), options);
        try {
            environment.execute();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the replenishment job failed", e);
        }
    }

    private static double quantile(double[] values, double level) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(level * sorted.length) - 1];
    }
}

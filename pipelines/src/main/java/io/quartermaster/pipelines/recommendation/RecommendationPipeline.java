package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.event.StockLevel;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.recommendation.Recommendation;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** From purchases, interests, stock and forecasts to ranked items. */
public final class RecommendationPipeline {

    private static final TypeInformation<RecommendationSignal> SIGNAL =
            TypeInformation.of(RecommendationSignal.class);

    private RecommendationPipeline() {}

    /** Streams that it reads. */
    public record Inputs(
            DataStream<OrderLine> orders,
            DataStream<ReturnLine> returns,
            DataStream<Behaviour> behaviour,
            DataStream<StockLevel> stock,
            DataStream<Forecast> forecasts) {}

    /** Recommendations, made anew for each customer who acted. */
    public static DataStream<Recommendation> build(Inputs inputs, RecommendationOptions options) {
        return signals(inputs, options.horizonDays())
                .keyBy(signal -> 0, Types.INT)
                .process(
                        new RecommendationFunction(options),
                        TypeInformation.of(Recommendation.class))
                .name("recommend")
                .uid("recommend");
    }

    /** What a visitor did; what was shown to one says nothing of what is liked. */
    private static boolean isInterest(Behaviour one) {
        return !one.customer().isEmpty()
                && !one.item().isEmpty()
                && one.action() != BehaviourAction.SHOWN;
    }

    private static DataStream<RecommendationSignal> signals(Inputs inputs, int horizonDays) {
        DataStream<RecommendationSignal> orders =
                inputs.orders()
                        .filter(line -> !line.customer().isEmpty())
                        .uid("orders-with-customer")
                        .map(RecommendationSignal::of, SIGNAL)
                        .uid("orders-as-signals");
        DataStream<RecommendationSignal> returns =
                inputs.returns()
                        .filter(line -> !line.customer().isEmpty())
                        .uid("returns-with-customer")
                        .map(RecommendationSignal::of, SIGNAL)
                        .uid("returns-as-signals");
        DataStream<RecommendationSignal> interests =
                inputs.behaviour()
                        .filter(RecommendationPipeline::isInterest)
                        .uid("interests-with-customer")
                        .map(RecommendationSignal::of, SIGNAL)
                        .uid("interests-as-signals");
        DataStream<RecommendationSignal> stock =
                inputs.stock().map(RecommendationSignal::of, SIGNAL).uid("stock-as-signals");
        DataStream<RecommendationSignal> forecasts =
                inputs.forecasts()
                        .filter(Forecast::champion)
                        .uid("champion-forecasts")
                        .map(forecast -> RecommendationSignal.of(forecast, horizonDays), SIGNAL)
                        .uid("forecasts-as-signals");
        return orders.union(returns, interests, stock, forecasts);
    }
}

package io.quartermaster.pipelines.recommendation;

import io.quartermaster.domain.event.Behaviour;
import io.quartermaster.domain.event.BehaviourAction;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.recommendation.RecommendationPipeline.Inputs;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What customers who are known did, as signals. */
final class CustomerActs {

    private static final TypeInformation<RecommendationSignal> SIGNAL =
            PlainTypes.of(RecommendationSignal.class);

    private CustomerActs() {}

    /** What was shown to them. */
    static DataStream<RecommendationSignal> shown(Inputs inputs) {
        return inputs.behaviour()
                .filter(one -> isOfCustomer(one) && one.action() == BehaviourAction.SHOWN)
                .uid("shown-to-customer")
                .map(RecommendationSignal::of, SIGNAL)
                .uid("shown-as-signals");
    }

    /** What they bought, brought back and took an interest in, and who asked to be forgotten. */
    static DataStream<RecommendationSignal> of(Inputs inputs) {
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
                        .filter(CustomerActs::isInterest)
                        .uid("interests-with-customer")
                        .map(RecommendationSignal::of, SIGNAL)
                        .uid("interests-as-signals");
        DataStream<RecommendationSignal> erasures =
                inputs.erasures().map(RecommendationSignal::of, SIGNAL).uid("erasures-as-signals");
        return orders.union(returns, interests, erasures);
    }

    /** What a visitor did; what was shown to one says nothing of what is liked. */
    private static boolean isInterest(Behaviour one) {
        return isOfCustomer(one) && one.action() != BehaviourAction.SHOWN;
    }

    private static boolean isOfCustomer(Behaviour one) {
        return !one.customer().isEmpty() && !one.item().isEmpty();
    }
}

package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.pipelines.channel.Channels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Indicators of satisfaction that a history tells of nobody. */
final class UntoldIndicators {

    private UntoldIndicators() {}

    /** No return, no complaint, or neither freight nor discount, of anybody. */
    static List<SatisfactionIndicator> of(RunExchange exchange) throws IOException {
        List<SatisfactionIndicator> untold = new ArrayList<>();
        if (exchange.contents(Channels.RETURNS).stream().allMatch(ReturnLine::cancellation)) {
            untold.add(SatisfactionIndicator.RETURNS);
        }
        if (exchange.contents(Channels.FEEDBACK).stream()
                .allMatch(feedback -> feedback.complaint().isEmpty())) {
            untold.add(SatisfactionIndicator.COMPLAINTS);
            untold.add(SatisfactionIndicator.QUALITY);
            untold.add(SatisfactionIndicator.SERVICE);
        }
        if (exchange.contents(Channels.ORDERS).stream()
                .allMatch(line -> line.freight().signum() == 0 && line.discount().signum() == 0)) {
            untold.add(SatisfactionIndicator.PRICE);
        }
        return untold;
    }
}

package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.text.AspectOpinion;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.satisfaction.SatisfactionOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;

/** Indicators of satisfaction that a history tells of nobody. */
final class UntoldIndicators {

    private UntoldIndicators() {}

    /**
     * Tells the jobs, unless their options do: what is told of nobody is not known to be good of
     * anybody.
     *
     * @return a note for the report, empty if all is told
     */
    static Optional<String> tell(RunExchange exchange, Configuration options) throws IOException {
        List<SatisfactionIndicator> untold = of(exchange, options.get(SatisfactionOptions.WORDS));
        if (untold.isEmpty() || options.contains(SatisfactionOptions.UNTOLD)) {
            return Optional.empty();
        }
        options.set(SatisfactionOptions.UNTOLD, untold);
        return Optional.of(
                "This history tells no %s: satisfaction goes by the other indicators."
                        .formatted(
                                untold.stream()
                                        .map(SatisfactionIndicator::label)
                                        .collect(Collectors.joining(", no "))));
    }

    /**
     * No return, no complaint, or neither freight nor discount, of anybody.
     *
     * @param words whether complaints in words count
     */
    private static List<SatisfactionIndicator> of(RunExchange exchange, boolean words)
            throws IOException {
        List<SatisfactionIndicator> untold = new ArrayList<>();
        if (exchange.contents(Channels.RETURNS).stream().allMatch(ReturnLine::cancellation)) {
            untold.add(SatisfactionIndicator.RETURNS);
        }
        if (exchange.contents(Channels.FEEDBACK).stream()
                        .allMatch(feedback -> feedback.complaint().isEmpty())
                && !(words && complainsInWords(exchange))) {
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

    private static boolean complainsInWords(RunExchange exchange) throws IOException {
        return exchange.contents(Channels.ASPECTS).stream().anyMatch(AspectOpinion::complaint)
                || exchange.contents(Channels.ANSWERS).stream()
                        .anyMatch(answer -> answer.complaint().isPresent());
    }
}

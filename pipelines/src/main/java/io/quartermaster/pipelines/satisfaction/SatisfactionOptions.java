package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import java.io.Serializable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * Options of the satisfaction job.
 *
 * @param rules how evidence becomes a score
 * @param days of the run
 */
public record SatisfactionOptions(SatisfactionRules rules, DayClock days) implements Serializable {

    public static final ConfigOption<List<Double>> WEIGHTS =
            ConfigOptions.key("satisfaction.weights")
                    .doubleType()
                    .asList()
                    .defaultValues(0.2, 0.2, 0.2, 0.25, 0.15)
                    .withDescription(
                            "Weights of returns, complaints, punctuality, rating and fill rate; they sum to 1.");

    public static final ConfigOption<List<Double>> WORST_RATES =
            ConfigOptions.key("satisfaction.worst-rates")
                    .doubleType()
                    .asList()
                    .defaultValues(0.2, 0.1, 0.3, 0.2)
                    .withDescription(
                            "Rates of returns, complaints, late deliveries and shortfall at which an indicator reaches 0.");

    public static final ConfigOption<Duration> HALF_LIFE =
            ConfigOptions.key("satisfaction.half-life")
                    .durationType()
                    .defaultValue(Duration.ofDays(60))
                    .withDescription("After this time evidence counts half.");

    public static final ConfigOption<Double> MIN_EVIDENCE =
            ConfigOptions.key("satisfaction.min-evidence")
                    .doubleType()
                    .defaultValue(0.5)
                    .withDescription(
                            "An indicator with less decayed evidence is missing; 0.5 keeps a single event for one half-life.");

    public static final ConfigOption<Double> CONTENT_AT =
            ConfigOptions.key("satisfaction.content-at")
                    .doubleType()
                    .defaultValue(0.8)
                    .withDescription(
                            "No action is proposed when the worst indicator reaches this.");

    public static final ConfigOption<List<SatisfactionIndicator>> UNTOLD =
            ConfigOptions.key("satisfaction.untold")
                    .enumType(SatisfactionIndicator.class)
                    .asList()
                    .defaultValues()
                    .withDescription(
                            "Indicators that the history tells of nobody, for example RETURNS;COMPLAINTS: they are missing for everybody. Embedded runs find them by themselves.");

    public static final ConfigOption<Boolean> WORDS =
            ConfigOptions.key("satisfaction.words")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Whether messages of clearly unhappy customers count as complaints. They come from the job answers, which must run with a model of sentiment.");

    public static List<ConfigOption<?>> all() {
        return List.of(WEIGHTS, WORST_RATES, HALF_LIFE, MIN_EVIDENCE, CONTENT_AT, UNTOLD, WORDS);
    }

    /** Reads and checks every option. */
    public static SatisfactionOptions of(ReadableConfig options) {
        return new SatisfactionOptions(
                new SatisfactionRules(
                        array(options.get(WEIGHTS)),
                        worst(options.get(WORST_RATES)),
                        options.get(HALF_LIFE),
                        options.get(MIN_EVIDENCE),
                        options.get(CONTENT_AT),
                        untold(options.get(UNTOLD))),
                DayClock.of(options));
    }

    private static EnumSet<SatisfactionIndicator> untold(List<SatisfactionIndicator> indicators) {
        EnumSet<SatisfactionIndicator> untold = EnumSet.noneOf(SatisfactionIndicator.class);
        untold.addAll(indicators);
        return untold;
    }

    private static double[] worst(List<Double> rates) {
        if (rates.size() != 4 || rates.stream().anyMatch(rate -> !(rate > 0))) {
            throw new IllegalArgumentException(
                    "The option (%s), %s, must be 4 positive rates.\nMaybe 0.2;0.1;0.3;0.2."
                            .formatted(WORST_RATES.key(), rates));
        }
        return new double[] {rates.get(0), rates.get(1), rates.get(2), Double.NaN, rates.get(3)};
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.FactorSettings;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import io.quartermaster.domain.satisfaction.WeightMethod;
import io.quartermaster.domain.satisfaction.WeightReview;
import io.quartermaster.domain.satisfaction.action.ActionTerms;
import io.quartermaster.domain.satisfaction.factor.FactorMethod;
import io.quartermaster.domain.satisfaction.factor.FactorRotation;
import io.quartermaster.domain.satisfaction.factor.LoadingDrift;
import io.quartermaster.pipelines.event.DayClock;
import io.quartermaster.pipelines.event.OptionLimits;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
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
 * @param kinds whose satisfaction is measured
 * @param method where weights come from
 * @param factor how factor analysis makes them
 * @param leastEntities that weights which are not given ask for
 * @param leastCongruence below it, loadings have drifted
 * @param reviewDays days between reviews of the weights
 * @param shrink whether rates are drawn towards those of all
 * @param actions when an indicator falls, and how an action is measured
 */
public record SatisfactionOptions(
        SatisfactionRules rules,
        DayClock days,
        List<EntityKind> kinds,
        WeightMethod method,
        FactorSettings factor,
        int leastEntities,
        double leastCongruence,
        int reviewDays,
        boolean shrink,
        ActionTerms actions)
        implements Serializable {

    private static final int DRAWS = 20;

    public static final ConfigOption<List<Double>> WEIGHTS =
            ConfigOptions.key("satisfaction.weights")
                    .doubleType()
                    .asList()
                    .defaultValues(0.15, 0.1, 0.15, 0.2, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05)
                    .withDescription(
                            "Weights of returns, complaints, punctuality, rating, fill rate, quality, price, speed, service and stock-outs; they sum to 1.");

    public static final ConfigOption<List<Double>> WORST_RATES =
            ConfigOptions.key("satisfaction.worst-rates")
                    .doubleType()
                    .asList()
                    .defaultValues(0.2, 0.1, 0.3, 1.0, 0.2, 0.1, 0.5, 1.0, 0.05, 0.2)
                    .withDescription(
                            "Bad rates, in the order of the weights, at which an indicator reaches 0. A rating is bad by (5 - rating) / 4, a price by (freight - discount) / list price, a delivery by the share of the promised time that it took.");

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
                    .withDescription("No action is proposed about an indicator that reaches this.");

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
                            "Whether messages of clearly unhappy customers, and reviews that blame an aspect without naming a complaint, count as complaints. They come from the job answers, which must run with a model of sentiment. Embedded runs that have one say yes.");

    public static final ConfigOption<List<EntityKind>> KINDS =
            ConfigOptions.key("satisfaction.kinds")
                    .enumType(EntityKind.class)
                    .asList()
                    .defaultValues(
                            EntityKind.BRAND, EntityKind.SELLER, EntityKind.PLACE, EntityKind.GROUP)
                    .withDescription(
                            "Whose satisfaction is measured: BRAND, SELLER, ITEM, PLACE, GROUP (of customers: their region). ITEM gives a row per item and day.");

    public static final ConfigOption<WeightMethod> WEIGHT_METHOD =
            ConfigOptions.key("satisfaction.weight-method")
                    .enumType(WeightMethod.class)
                    .defaultValue(WeightMethod.GIVEN)
                    .withDescription(
                            "Where weights come from: GIVEN, ENTROPY or FACTOR, the last two from what was known of all entities of the kind the day before.");

    public static final ConfigOption<FactorMethod> FACTOR_METHOD =
            ConfigOptions.key("satisfaction.factor-method")
                    .enumType(FactorMethod.class)
                    .defaultValue(FactorMethod.PRINCIPAL_AXIS)
                    .withDescription(
                            "How factors are extracted: PRINCIPAL_AXIS or MAXIMUM_LIKELIHOOD.");

    public static final ConfigOption<FactorRotation> FACTOR_ROTATION =
            ConfigOptions.key("satisfaction.factor-rotation")
                    .enumType(FactorRotation.class)
                    .defaultValue(FactorRotation.VARIMAX)
                    .withDescription("How factors are turned: NONE, VARIMAX or PROMAX.");

    public static final ConfigOption<Integer> FACTORS =
            ConfigOptions.key("satisfaction.factors")
                    .intType()
                    .defaultValue(0)
                    .withDescription("Number of factors; 0 takes what parallel analysis finds.");

    public static final ConfigOption<Integer> LEAST_ENTITIES =
            ConfigOptions.key("satisfaction.least-entities")
                    .intType()
                    .defaultValue(30)
                    .withDescription(
                            "Entities that weights by ENTROPY or FACTOR ask for; with fewer the given weights hold.");

    public static final ConfigOption<Double> LEAST_CONGRUENCE =
            ConfigOptions.key("satisfaction.least-congruence")
                    .doubleType()
                    .defaultValue(LoadingDrift.ALIKE)
                    .withDescription(
                            "An alarm is given when Tucker's congruence of the loadings with those of reference falls below this.");

    public static final ConfigOption<Integer> REVIEW_DAYS =
            ConfigOptions.key("satisfaction.review-every-days")
                    .intType()
                    .defaultValue(7)
                    .withDescription("Days between reviews of weights that are not given.");

    public static final ConfigOption<Boolean> SHRINK =
            ConfigOptions.key("satisfaction.shrink")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Whether bad rates are drawn towards those of all entities of the kind, by how few events stand behind them.");

    public static List<ConfigOption<?>> all() {
        List<ConfigOption<?>> all = new ArrayList<>(measuring());
        all.addAll(ActionOptions.all());
        return List.copyOf(all);
    }

    private static List<ConfigOption<?>> measuring() {
        return List.of(
                WEIGHTS,
                WORST_RATES,
                HALF_LIFE,
                MIN_EVIDENCE,
                CONTENT_AT,
                UNTOLD,
                WORDS,
                KINDS,
                WEIGHT_METHOD,
                FACTOR_METHOD,
                FACTOR_ROTATION,
                FACTORS,
                LEAST_ENTITIES,
                LEAST_CONGRUENCE,
                REVIEW_DAYS,
                SHRINK);
    }

    /** Reads and checks every option. */
    public static SatisfactionOptions of(ReadableConfig options) {
        return new SatisfactionOptions(
                rules(options),
                DayClock.of(options),
                List.copyOf(options.get(KINDS)),
                options.get(WEIGHT_METHOD),
                new FactorSettings(
                        options.get(FACTOR_METHOD),
                        options.get(FACTOR_ROTATION),
                        atLeast(options, FACTORS, 0),
                        DRAWS,
                        FactorSettings.standard().seed()),
                atLeast(options, LEAST_ENTITIES, 3),
                OptionLimits.within(LEAST_CONGRUENCE, options.get(LEAST_CONGRUENCE), 0, 1),
                atLeast(options, REVIEW_DAYS, 1),
                options.get(SHRINK),
                ActionOptions.of(options));
    }

    /** The other values are checked before, so what the rules refuse is weights or worst rates. */
    private static SatisfactionRules rules(ReadableConfig options) {
        Duration halfLife = OptionLimits.positive(HALF_LIFE, options.get(HALF_LIFE));
        double minEvidence = atLeast(options, MIN_EVIDENCE, 0);
        double contentAt = OptionLimits.within(CONTENT_AT, options.get(CONTENT_AT), 0, 1);
        try {
            return new SatisfactionRules(
                    array(options.get(WEIGHTS)),
                    array(options.get(WORST_RATES)),
                    halfLife,
                    minEvidence,
                    contentAt,
                    untold(options.get(UNTOLD)));
        } catch (IllegalArgumentException e) {
            String of = "The options (satisfaction.weights, satisfaction.worst-rates)";
            throw new IllegalArgumentException(of + " are not possible: " + e.getMessage(), e);
        }
    }

    private static <T extends Number> T atLeast(
            ReadableConfig options, ConfigOption<T> option, long least) {
        return OptionLimits.atLeast(option, options.get(option), least);
    }

    /** How weights are reviewed. */
    WeightReview.Terms terms() {
        return new WeightReview.Terms(
                method, rules.weights(), factor, leastEntities, leastCongruence);
    }

    private static EnumSet<SatisfactionIndicator> untold(List<SatisfactionIndicator> indicators) {
        EnumSet<SatisfactionIndicator> untold = EnumSet.noneOf(SatisfactionIndicator.class);
        untold.addAll(indicators);
        return untold;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.satisfaction.action.ActionTerms;
import io.quartermaster.domain.satisfaction.action.PeerChange;
import io.quartermaster.pipelines.event.OptionLimits;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/** Options of the actions that the satisfaction job proposes and measures. */
final class ActionOptions {

    private static final ActionTerms STANDARD = ActionTerms.standard();

    static final ConfigOption<Integer> BEFORE_WEEKS =
            whole(
                    "before-weeks",
                    STANDARD.beforeWeeks(),
                    "Weeks that an indicator's last weeks are held against, and weeks before an action.");

    static final ConfigOption<Integer> NOW_WEEKS =
            whole("now-weeks", STANDARD.nowWeeks(), "Last weeks in which an indicator may fall.");

    static final ConfigOption<Integer> EVERY_WEEKS =
            whole("every-weeks", STANDARD.everyWeeks(), "Weeks between proposals.");

    static final ConfigOption<Double> LEAST_TRIALS =
            number(
                    "least-trials",
                    STANDARD.leastTrials(),
                    "Order lines, deliveries, ratings, … that must stand behind a rate before it is compared.");

    static final ConfigOption<Double> ERRORS =
            number(
                    "standard-errors",
                    STANDARD.errors(),
                    "An indicator falls when its change, drawn towards that of all, is more than so many of its standard errors; 2.33 takes noise for a fall once in a hundred.");

    static final ConfigOption<Double> LEAST_SHARE =
            number(
                    "least-share",
                    STANDARD.leastShare(),
                    "Share of the bad events too many that one item, place or kind of complaint must account for to be acted on alone.");

    static final ConfigOption<Integer> SETTLE_WEEKS =
            whole(
                    "settle-weeks",
                    STANDARD.settleWeeks(),
                    "Weeks from an action on, its own among them, that do not count.");

    static final ConfigOption<Integer> AFTER_WEEKS =
            whole(
                    "after-weeks",
                    STANDARD.afterWeeks(),
                    "Weeks after these that tell what an action did.");

    static final ConfigOption<Integer> PEERS =
            whole(
                    "peers",
                    STANDARD.peers(),
                    "Similar brands that did not act that an action is measured against.");

    static final ConfigOption<Integer> LEAST_PEERS =
            whole(
                    "least-peers",
                    STANDARD.leastPeers(),
                    "With fewer such brands the effect is not known.");

    private ActionOptions() {}

    static List<ConfigOption<?>> all() {
        return List.of(
                BEFORE_WEEKS,
                NOW_WEEKS,
                EVERY_WEEKS,
                LEAST_TRIALS,
                ERRORS,
                LEAST_SHARE,
                SETTLE_WEEKS,
                AFTER_WEEKS,
                PEERS,
                LEAST_PEERS);
    }

    /** Reads and checks every option. */
    static ActionTerms of(ReadableConfig options) {
        int leastPeers = atLeast(options, LEAST_PEERS, PeerChange.LEAST);
        return new ActionTerms(
                atLeast(options, BEFORE_WEEKS, 2),
                atLeast(options, NOW_WEEKS, 1),
                atLeast(options, EVERY_WEEKS, 1),
                OptionLimits.positive(LEAST_TRIALS, options.get(LEAST_TRIALS)),
                OptionLimits.positive(ERRORS, options.get(ERRORS)),
                OptionLimits.within(LEAST_SHARE, options.get(LEAST_SHARE), 0, 1),
                atLeast(options, SETTLE_WEEKS, 1),
                atLeast(options, AFTER_WEEKS, 1),
                atLeast(options, PEERS, leastPeers),
                leastPeers);
    }

    private static int atLeast(ReadableConfig options, ConfigOption<Integer> option, int least) {
        return OptionLimits.atLeast(option, options.get(option), least);
    }

    private static ConfigOption<Integer> whole(String name, int standard, String description) {
        return ConfigOptions.key("satisfaction.actions." + name)
                .intType()
                .defaultValue(standard)
                .withDescription(description);
    }

    private static ConfigOption<Double> number(String name, double standard, String description) {
        return ConfigOptions.key("satisfaction.actions." + name)
                .doubleType()
                .defaultValue(standard)
                .withDescription(description);
    }
}

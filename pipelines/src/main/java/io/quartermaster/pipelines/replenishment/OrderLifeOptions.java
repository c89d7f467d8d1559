package io.quartermaster.pipelines.replenishment;

import io.quartermaster.pipelines.event.OptionLimits;
import java.io.Serializable;
import java.math.BigDecimal;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How orders live on after a plan has proposed them.
 *
 * @param told whether only what events say happens to them
 * @param approveUpTo the most value of an order that is approved by rule, null for none
 */
record OrderLifeOptions(boolean told, BigDecimal approveUpTo) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What becomes of an order that no event speaks of. */
    enum Source {
        /** It is placed on its day and arrives on its day. */
        ASSUMED,
        /** Unapproved it lapses; approved it stays open until it is received or cancelled. */
        TOLD
    }

    static final ConfigOption<Source> SOURCE =
            ConfigOptions.key("replenishment.orders")
                    .enumType(Source.class)
                    .defaultValue(Source.ASSUMED)
                    .withDescription(
                            "What becomes of an order that no purchase step speaks of. assumed: it is placed and arrives on its days. told: unapproved it lapses after its order day; approved it is awaited until it is received or cancelled.");

    static final ConfigOption<Double> APPROVE_UP_TO =
            ConfigOptions.key("replenishment.approve-up-to")
                    .doubleType()
                    .noDefaultValue()
                    .withDescription(
                            "Orders of at most this value, in currency units, are approved as soon as they are proposed. Unset: none is.");

    static OrderLifeOptions of(ReadableConfig options) {
        Double most = options.getOptional(APPROVE_UP_TO).orElse(null);
        if (most != null) {
            OptionLimits.atLeast(APPROVE_UP_TO, most, 0);
        }
        return new OrderLifeOptions(
                options.get(SOURCE) == Source.TOLD, most == null ? null : BigDecimal.valueOf(most));
    }
}

package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.replenishment.inventory.InventoryOptions;
import io.quartermaster.pipelines.replenishment.inventory.InventoryOptions.Receipts;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/** What a history tells of goods that arrive. */
enum KnownReceipts {
    LOTS,
    DELIVERIES,
    NONE;

    static KnownReceipts of(RunExchange exchange) throws IOException {
        if (!exchange.contents(Channels.LOTS).isEmpty()) {
            return LOTS;
        }
        boolean arrives =
                exchange.contents(Channels.DELIVERIES).stream()
                        .anyMatch(one -> one.direction() == DeliveryDirection.INBOUND);
        return arrives ? DELIVERIES : NONE;
    }

    /**
     * Tells the jobs that deliveries bring the goods, unless their options say what does.
     *
     * @return a note for the report, empty if lots are told
     */
    Optional<String> tell(Configuration options) {
        return switch (this) {
            case LOTS -> Optional.empty();
            case DELIVERIES -> {
                if (!options.contains(InventoryOptions.RECEIPTS)) {
                    options.set(InventoryOptions.RECEIPTS, Receipts.DELIVERIES);
                }
                yield Optional.of(
                        "This history tells no lots: deliveries bring stock, at the catalogue's cost.");
            }
            case NONE ->
                    Optional.of(
                            "This history tells of no goods that arrive: from which lots was sold, and what stock is worth, is not known.");
        };
    }
}

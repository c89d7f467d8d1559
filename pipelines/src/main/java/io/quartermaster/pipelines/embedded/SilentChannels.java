package io.quartermaster.pipelines.embedded;

import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Channels of which a history tells nothing. */
final class SilentChannels {

    private SilentChannels() {}

    /**
     * What that means for the run, for the report.
     *
     * @param written elements by channel
     */
    static List<String> notes(Map<String, Long> written, Assumptions assumptions) {
        List<String> notes = new ArrayList<>();
        if (isSilent(Channels.STOCK, written)) {
            notes.add(
                    "This history tells no stock: plans start from %s days of mean demand, and no day counts as out of stock."
                            .formatted(assumptions.stockCoverDays()));
        }
        if (isSilent(Channels.OFFERS, written)) {
            notes.add("This history tells no offers, terms or judgements of brands.");
        }
        if (isSilent(Channels.DELIVERIES, written)) {
            notes.add("This history tells no deliveries.");
        }
        return notes;
    }

    private static boolean isSilent(Channel<?> channel, Map<String, Long> written) {
        return written.getOrDefault(channel.name(), 0L) == 0;
    }
}

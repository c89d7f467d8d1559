package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.forecast.CampaignLedger;
import io.quartermaster.domain.forecast.CampaignOutcome;
import io.quartermaster.pipelines.channel.Channels;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Measures each campaign once all windows of its last day are in, a day later, and again when a
 * correction of the campaign or of one of its windows comes. Keyed by brand.
 *
 * <p>What is kept does not depend on the order in which it comes: of a window the highest revision,
 * of a campaign the highest version. It is measured when the watermark passes, so by all that has a
 * time before.
 */
final class CampaignLiftFunction extends KeyedProcessFunction<String, LiftEntry, CampaignOutcome> {

    private static final long serialVersionUID = 1L;

    /** Windows of days cut in another zone close up to 14 hours after those of UTC. */
    private static final Duration SETTLING = Duration.ofDays(1);

    /** Campaigns by name; a few a brand, so it never ends. */
    private static final MapStateDescriptor<String, MeasuredCampaign> CAMPAIGNS =
            new MapStateDescriptor<>(
                    "campaigns", Types.STRING, PlainTypes.of(MeasuredCampaign.class));

    /** Days of the brand's items and places; a day ends the one that lies the history before it. */
    private static final MapStateDescriptor<String, BrandDay> DAYS =
            new MapStateDescriptor<>("days", Types.STRING, PlainTypes.of(BrandDay.class));

    private final LiftOptions options;

    private transient MapState<String, MeasuredCampaign> campaigns;
    private transient MapState<String, BrandDay> days;

    CampaignLiftFunction(LiftOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext openContext) {
        campaigns = getRuntimeContext().getMapState(CAMPAIGNS);
        days = getRuntimeContext().getMapState(DAYS);
    }

    @Override
    public void processElement(LiftEntry entry, Context context, Collector<CampaignOutcome> out)
            throws Exception {
        if (entry.campaign() != null) {
            announce(entry.campaign(), context);
        } else {
            keep(BrandDay.of(entry.window(), entry.unitCost()), context);
        }
    }

    private void announce(Campaign campaign, Context context) throws Exception {
        MeasuredCampaign before = campaigns.get(campaign.campaign());
        if (before == null || before.campaign().version() < campaign.version()) {
            long settled = Channels.endOf(campaign.endsOn()).plus(SETTLING).toEpochMilli();
            long due = Math.max(settled, context.timestamp() + 1);
            schedule(new MeasuredCampaign(campaign, due, 0), context);
        }
    }

    private void keep(BrandDay day, Context context) throws Exception {
        BrandDay before = days.get(day.key());
        if (before != null && before.revision() >= day.revision()) {
            return;
        }
        days.put(day.key(), day);
        days.remove(day.key(day.day().minusDays(options.historyDays())));
        for (MeasuredCampaign campaign : inOrder()) {
            if (campaign.isChangedBy(day)) {
                schedule(campaign.due(context.timestamp() + 1), context);
            }
        }
    }

    private void schedule(MeasuredCampaign campaign, Context context) throws Exception {
        campaigns.put(campaign.campaign().campaign(), campaign);
        context.timerService().registerEventTimeTimer(campaign.dueMillis());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<CampaignOutcome> out)
            throws Exception {
        for (MeasuredCampaign campaign : inOrder()) {
            if (campaign.dueMillis() <= time) {
                out.collect(measure(campaign, Instant.ofEpochMilli(time)));
                campaigns.put(campaign.campaign().campaign(), campaign.measured());
            }
        }
    }

    private CampaignOutcome measure(MeasuredCampaign campaign, Instant asOf) throws Exception {
        List<BrandDay> of = new ArrayList<>();
        for (BrandDay day : days.values()) {
            if (campaign.isOf(day)) {
                of.add(day);
            }
        }
        of.sort(Comparator.comparing(BrandDay::key));
        long last =
                of.isEmpty()
                        ? 0
                        : Math.min(
                                campaign.campaign().endsOn().toEpochDay(),
                                of.get(of.size() - 1).day().toEpochDay());
        return CampaignLedger.of(of.stream().map(BrandDay::entry).toList(), last)
                .measure(campaign.campaign(), options.level(), asOf)
                .revised(campaign.measures());
    }

    private List<MeasuredCampaign> inOrder() throws Exception {
        TreeMap<String, MeasuredCampaign> byName = new TreeMap<>();
        campaigns.entries().forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
        return List.copyOf(byName.values());
    }
}

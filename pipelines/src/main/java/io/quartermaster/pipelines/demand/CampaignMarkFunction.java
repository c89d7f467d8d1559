package io.quartermaster.pipelines.demand;

import io.quartermaster.domain.demand.CampaignFreeDemand;
import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.demand.UnconstrainedDemand;
import io.quartermaster.domain.event.Campaign;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;

/**
 * Marks each window with the campaigns that touch it, with its base demand: the units that {@link
 * CampaignFreeDemand} has for the day, from the item's own days at the place that no campaign
 * touched; and, where stock ran out, with the units wanted, as {@link UnconstrainedDemand} has them
 * from the same days. A window that a campaign or a correction changes afterwards is handed on
 * again with the next revision, as long as its day is among the last {@value #KEPT_DAYS}. Keyed by
 * item.
 */
final class CampaignMarkFunction
        extends EventTimeOrderedFunction<String, CampaignNews, DemandWindow> {

    private static final long serialVersionUID = 1L;

    /** Eight weeks before a campaign, and eight weeks that it may last. */
    static final int KEPT_DAYS = 112;

    private static final int WEEK = 7;

    /** Campaigns of the item's brand by name, the last version of each; a few, so it never ends. */
    private static final MapStateDescriptor<String, Campaign> CAMPAIGNS =
            new MapStateDescriptor<>("campaigns", Types.STRING, PlainTypes.of(Campaign.class));

    /** Windows by place and day; a window ends the one that lies {@link #KEPT_DAYS} before it. */
    private static final MapStateDescriptor<String, MarkedWindow> WINDOWS =
            new MapStateDescriptor<>("windows", Types.STRING, PlainTypes.of(MarkedWindow.class));

    /** Newest day of each place; it lives as long as the item. */
    private static final MapStateDescriptor<String, LocalDate> NEWEST =
            new MapStateDescriptor<>("newest", Types.STRING, Types.LOCAL_DATE);

    private transient MapState<String, Campaign> campaigns;
    private transient MapState<String, MarkedWindow> windows;
    private transient MapState<String, LocalDate> newest;

    CampaignMarkFunction() {
        super(CampaignNews.class, CampaignNews::order);
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        campaigns = getRuntimeContext().getMapState(CAMPAIGNS);
        windows = getRuntimeContext().getMapState(WINDOWS);
        newest = getRuntimeContext().getMapState(NEWEST);
    }

    @Override
    protected void inOrder(CampaignNews news, Context context, Collector<DemandWindow> out)
            throws Exception {
        if (news.campaign() != null) {
            announce(news.campaign(), out);
        } else {
            close(news.window(), out);
        }
    }

    private void announce(Campaign campaign, Collector<DemandWindow> out) throws Exception {
        Campaign before = campaigns.get(campaign.campaign());
        if (before != null && before.version() >= campaign.version()) {
            return;
        }
        campaigns.put(campaign.campaign(), campaign);
        LocalDate from =
                before != null && before.startsOn().isBefore(campaign.startsOn())
                        ? before.startsOn()
                        : campaign.startsOn();
        for (String place : sorted(newest.keys())) {
            markAgain(place, from, out);
        }
    }

    private void close(DemandWindow window, Collector<DemandWindow> out) throws Exception {
        MarkedWindow before = windows.get(key(window.place(), window.day()));
        if (before != null && before.heard() >= window.revision()) {
            return;
        }
        LocalDate last = newest.get(window.place());
        boolean isNewest = last == null || window.day().isAfter(last);
        if (isNewest) {
            newest.put(window.place(), window.day());
        }
        int revision = before == null ? 0 : before.told().revision() + 1;
        hand(marked(window, revision), window.revision(), out);
        windows.remove(key(window.place(), window.day().minusDays(KEPT_DAYS)));
        if (!isNewest) {
            markAgain(window.place(), window.day().plusDays(1), out);
        }
    }

    /** Hands on again what has changed, from a day on. */
    private void markAgain(String place, LocalDate from, Collector<DemandWindow> out)
            throws Exception {
        LocalDate last = newest.get(place);
        LocalDate oldest = last.minusDays(KEPT_DAYS - 1L);
        for (LocalDate day = from.isBefore(oldest) ? oldest : from;
                !day.isAfter(last);
                day = day.plusDays(1)) {
            MarkedWindow window = windows.get(key(place, day));
            if (window != null) {
                DemandWindow told = window.told();
                DemandWindow next = marked(told, told.revision() + 1);
                if (!next.campaign().equals(told.campaign())
                        || next.baseUnits() != told.baseUnits()
                        || next.wantedUnits() != told.wantedUnits()) {
                    hand(next, window.heard(), out);
                }
            }
        }
    }

    private void hand(DemandWindow window, int heard, Collector<DemandWindow> out)
            throws Exception {
        windows.put(key(window.place(), window.day()), new MarkedWindow(window, heard));
        out.collect(window);
    }

    private DemandWindow marked(DemandWindow window, int revision) throws Exception {
        String touching = touching(window);
        DemandWindow touched =
                window.marked(touching, (double) window.units(), (double) window.units(), revision);
        boolean isPlain = touching.isEmpty() && !window.stockedOut();
        return isPlain ? touched : estimated(touched);
    }

    /** With base and wanted units as the days before say. */
    private DemandWindow estimated(DemandWindow window) throws Exception {
        List<DemandWindow> days = before(window);
        double[] units = days.stream().mapToDouble(DemandWindow::units).toArray();
        boolean[] isCampaign = new boolean[units.length];
        for (int day = 0; day < units.length; day++) {
            isCampaign[day] = !days.get(day).campaign().isEmpty();
        }
        return window.marked(
                window.campaign(),
                new CampaignFreeDemand(units, isCampaign, WEEK).baseAt(units.length - 1),
                UnconstrainedDemand.of(days).wanted(),
                window.revision());
    }

    /** The kept days up to a window without a gap, and the window itself. */
    private List<DemandWindow> before(DemandWindow window) throws Exception {
        List<DemandWindow> days = new ArrayList<>(List.of(window));
        MarkedWindow earlier = windows.get(key(window.place(), window.day().minusDays(1)));
        while (earlier != null && days.size() < KEPT_DAYS) {
            days.add(earlier.told());
            LocalDate day = earlier.told().day().minusDays(1);
            earlier = windows.get(key(window.place(), day));
        }
        Collections.reverse(days);
        return days;
    }

    /** Names of the campaigns that touch a window, in order, between bars. */
    private String touching(DemandWindow window) throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (Campaign campaign : campaigns.values()) {
            if (campaign.holdsOn(window.day())
                    && campaign.isForItem(window.item())
                    && campaign.isForPlace(window.place())) {
                names.add(campaign.campaign());
            }
        }
        return String.join("|", names);
    }

    private static Set<String> sorted(Iterable<String> keys) {
        Set<String> sorted = new TreeSet<>();
        keys.forEach(sorted::add);
        return sorted;
    }

    private static String key(String place, LocalDate day) {
        return place + "|" + day.toEpochDay();
    }
}

package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.ClusterPrior;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.EarlyDemand;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;

/**
 * What the forecast operator hands on at the side about the first days of each series: the days
 * themselves, the whole beginning once it is over, and the place of each series.
 */
final class EarlyDays {

    /** The first days, one by one. */
    static final OutputTag<EarlyDay> DAYS =
            new OutputTag<>("early-days", PlainTypes.of(EarlyDay.class));

    /** Beginnings that are over; one again when one of its days is corrected. */
    static final OutputTag<EarlyDemand> BEGINNINGS =
            new OutputTag<>("beginnings", PlainTypes.of(EarlyDemand.class));

    /** The place of each series, once a series. */
    static final OutputTag<String> PLACES = new OutputTag<>("places", Types.STRING);

    private EarlyDays() {}

    /** Takes what is told at the side of a window. */
    interface Aside {
        <T> void tell(OutputTag<T> tag, DemandWindow of, T element);
    }

    /** Tells what a new window says of the beginning of its series. */
    static void tell(DemandWindow window, DemandHistory before, DemandHistory now, Aside aside) {
        if (before.age() == 0) {
            aside.tell(PLACES, window, window.place());
        }
        if (holds(now, now.lastDay())) {
            aside.tell(DAYS, window, day(window));
        }
        if (isOver(now) && before.age() < ClusterPrior.YOUNG_DAYS) {
            aside.tell(BEGINNINGS, window, beginning(window, now));
        }
    }

    /** Tells what a corrected window says of it. */
    static void tellAgain(DemandWindow window, DemandHistory history, Aside aside) {
        if (holds(history, window.day().toEpochDay())) {
            aside.tell(DAYS, window, day(window));
            if (isOver(history)) {
                aside.tell(BEGINNINGS, window, beginning(window, history));
            }
        }
    }

    /** Whether a day is among the first of its series. */
    static boolean holds(DemandHistory history, long day) {
        return day >= history.firstDay() && day - history.firstDay() < ClusterPrior.YOUNG_DAYS;
    }

    static EarlyDay day(DemandWindow window) {
        return new EarlyDay(
                window.item(), window.place(), false, window.day(), window.day(), window.units());
    }

    /** Whether the beginning is over, and still kept whole. */
    static boolean isOver(DemandHistory history) {
        return history.age() >= ClusterPrior.YOUNG_DAYS && history.kept() == history.age();
    }

    static EarlyDemand beginning(DemandWindow of, DemandHistory history) {
        return new EarlyDemand(
                of.item(),
                of.place(),
                LocalDate.ofEpochDay(history.firstDay() + ClusterPrior.YOUNG_DAYS - 1),
                history.firstSold(ClusterPrior.YOUNG_DAYS));
    }
}

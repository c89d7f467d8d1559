package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells every place of every launch: each pair of an item with a launch day and a place once,
 * whichever of the two came first. All under one key: there are few items and fewer places.
 */
final class LaunchFunction extends KeyedCoProcessFunction<String, CatalogueItem, String, EarlyDay> {

    private static final long serialVersionUID = 1L;

    /** By item; one row for each item of the catalogue. */
    private static final MapStateDescriptor<String, EarlyDay> LAUNCHES =
            new MapStateDescriptor<>("launches", Types.STRING, PlainTypes.of(EarlyDay.class));

    /** Every place seen. */
    private static final MapStateDescriptor<String, Boolean> PLACES =
            new MapStateDescriptor<>("places", Types.STRING, Types.BOOLEAN);

    private transient MapState<String, EarlyDay> launches;
    private transient MapState<String, Boolean> places;

    @Override
    public void open(OpenContext context) {
        launches = getRuntimeContext().getMapState(LAUNCHES);
        places = getRuntimeContext().getMapState(PLACES);
    }

    @Override
    public void processElement1(CatalogueItem item, Context context, Collector<EarlyDay> out)
            throws Exception {
        if (item.launchedOn() == null) {
            return;
        }
        EarlyDay launch = launch(item);
        EarlyDay before = launches.get(item.item());
        if (before != null && before.day().equals(launch.day())) {
            return;
        }
        launches.put(item.item(), launch);
        for (Map.Entry<String, Boolean> place : places.entries()) {
            out.collect(at(launch, place.getKey()));
        }
    }

    @Override
    public void processElement2(String place, Context context, Collector<EarlyDay> out)
            throws Exception {
        if (places.contains(place)) {
            return;
        }
        places.put(place, true);
        for (EarlyDay launch : launches.values()) {
            out.collect(at(launch, place));
        }
    }

    private static EarlyDay launch(CatalogueItem item) {
        LocalDate knownOn = item.time().atZone(ZoneOffset.UTC).toLocalDate();
        return new EarlyDay(item.item(), "", true, item.launchedOn(), knownOn, 0);
    }

    private static EarlyDay at(EarlyDay launch, String place) {
        return new EarlyDay(launch.item(), place, true, launch.day(), launch.knownOn(), 0);
    }
}

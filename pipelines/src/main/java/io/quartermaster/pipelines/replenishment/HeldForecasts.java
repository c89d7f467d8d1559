package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** Champion forecasts of the current supplier's items. */
final class HeldForecasts {

    /** Forecasts by item and place; their plan ends them, where plans are made again the next. */
    private static final MapStateDescriptor<String, ItemForecast> FORECASTS =
            new MapStateDescriptor<>("forecasts", Types.STRING, PlainTypes.of(ItemForecast.class));

    private final MapState<String, ItemForecast> forecasts;
    private final int servesDays;

    /**
     * @param servesDays days for which a forecast serves plans, 1 for that of its own day only
     */
    HeldForecasts(KeyedStateStore store, int servesDays) {
        this.forecasts = store.getMapState(FORECASTS);
        this.servesDays = servesDays;
    }

    void put(ItemForecast forecast) throws Exception {
        forecasts.put(StockShelf.key(forecast.item(), forecast.place()), forecast);
    }

    /** The forecast of an item at a place, null if there is none. */
    ItemForecast of(String item, String place) throws Exception {
        return forecasts.get(StockShelf.key(item, place));
    }

    /** Those that serve a plan of a day. */
    List<ItemForecast> serving(LocalDate planDay) throws Exception {
        List<ItemForecast> serving = new ArrayList<>();
        for (ItemForecast forecast : forecasts.values()) {
            long age = age(forecast, planDay);
            if (age >= 0 && age < servesDays) {
                serving.add(forecast);
            }
        }
        return serving;
    }

    /** Forgets those that serve no plan any more; on their last day events may ask for several. */
    void forget(LocalDate planDay) throws Exception {
        List<ItemForecast> ended = new ArrayList<>();
        for (ItemForecast forecast : forecasts.values()) {
            if (age(forecast, planDay) >= servesDays) {
                ended.add(forecast);
            }
        }
        for (ItemForecast forecast : ended) {
            forecasts.remove(StockShelf.key(forecast.item(), forecast.place()));
        }
    }

    private static long age(ItemForecast forecast, LocalDate planDay) {
        return planDay.toEpochDay() - 1 - forecast.madeOn().toEpochDay();
    }
}

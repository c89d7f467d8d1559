package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.CatalogueText;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandCovariate;
import io.quartermaster.domain.forecast.StaticCovariates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a model may look at while it is trained.
 *
 * @param isKnownAhead whether price and promotion of the days ahead will be known when it
 *     forecasts, as they then came
 * @param calendar where they are planned, if they are not known as they came
 * @param items what does not change of each item
 * @param hidden covariates that it does without
 */
public record TrainingCovariates(
        boolean isKnownAhead,
        PriceCalendar calendar,
        Map<String, ItemStatics> items,
        List<DemandCovariate> hidden) {

    /** Share of windows that learn to do without statics, as a new item has none. */
    private static final double UNDESCRIBED_SHARE = 0.2;

    public TrainingCovariates {
        items = Map.copyOf(items);
        hidden = List.copyOf(hidden);
    }

    /** Without a calendar and a catalogue. */
    public TrainingCovariates(boolean isKnownAhead, List<DemandCovariate> hidden) {
        this(isKnownAhead, PriceCalendar.NONE, Map.of(), hidden);
    }

    /** Jobs know what is planned, and hide nothing. */
    public static TrainingCovariates ofJobs(
            PriceCalendar calendar, Map<String, ItemStatics> items) {
        return new TrainingCovariates(false, calendar, items, List.of());
    }

    /** What the catalogue says of items, whose rows and words come in any order. */
    public static Map<String, ItemStatics> items(
            List<CatalogueItem> rows, List<CatalogueText> words) {
        Map<String, ItemStatics> items = new HashMap<>();
        Stream.concat(rows.stream().map(PriorFact::of), words.stream().map(PriorFact::of))
                .forEach(
                        fact ->
                                items.put(
                                        fact.item(),
                                        items.getOrDefault(fact.item(), ItemStatics.UNKNOWN)
                                                .with(fact)));
        return items;
    }

    /** What does not change of a window's series, as known at its end. */
    float[] statics(DemandWindow window, long seed) {
        long day = window.day().toEpochDay();
        boolean isDescribed =
                !SeededShare.holds(UNDESCRIBED_SHARE, window.item() + window.place(), day, seed);
        return isDescribed
                ? items.getOrDefault(window.item(), ItemStatics.UNKNOWN).at(day, window.place())
                : StaticCovariates.unknown();
    }

    /** What is known of the days after one, null if all that came. */
    DaysAhead known(String item, String place, long day, int horizon) {
        return isKnownAhead ? null : calendar.ahead(item, place, day, horizon);
    }

    void hide(float[][] history, float[] known) {
        hidden.forEach(covariate -> covariate.hide(history, known));
    }
}

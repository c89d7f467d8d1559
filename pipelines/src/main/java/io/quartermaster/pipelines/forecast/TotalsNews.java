package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;

/**
 * What totals go by of an item at a place: a window, or the forecast of its champion. Exactly one
 * of them is there.
 *
 * @param window a window
 * @param forecast a forecast
 */
public record TotalsNews(DemandWindow window, Forecast forecast) {

    /** Makes every revision a text of one length. */
    private static final long REVISIONS = 1_000_000_000L;

    static TotalsNews of(DemandWindow window) {
        return new TotalsNews(window, null);
    }

    static TotalsNews of(Forecast forecast) {
        return new TotalsNews(null, forecast);
    }

    String key() {
        return window == null
                ? forecast.item() + "|" + forecast.place()
                : window.item() + "|" + window.place();
    }

    /** Orders what is told at one time: windows by day and revision, then forecasts likewise. */
    String order() {
        return window == null
                ? "1" + forecast.madeOn() + "|" + (REVISIONS + forecast.revision())
                : "0" + window.order();
    }
}

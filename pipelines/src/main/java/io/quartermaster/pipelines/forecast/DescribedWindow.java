package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;

/**
 * A window with what does not change of its item.
 *
 * @param window the window
 * @param item as far as the catalogue told by the window's time
 */
public record DescribedWindow(DemandWindow window, ItemStatics item) {

    /** Of an item of which the catalogue tells nothing. */
    static DescribedWindow undescribed(DemandWindow window) {
        return new DescribedWindow(window, ItemStatics.UNKNOWN);
    }

    /** Item and place. */
    static String series(DemandWindow window) {
        return window.item() + "|" + window.place();
    }

    String series() {
        return series(window);
    }
}

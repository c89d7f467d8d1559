package io.quartermaster.pipelines.replenishment.inventory;

import java.time.LocalDate;

/**
 * How far an item's books have come.
 *
 * @param settledThrough last day that no report changes any more
 * @param corrected whether a receipt of a further version was told since
 */
public record LotProgress(LocalDate settledThrough, boolean corrected) {

    LotProgress withCorrection() {
        return new LotProgress(settledThrough, true);
    }
}

package io.quartermaster.domain.replenishment.lots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** What a unit costs where its own receipt does not tell. */
final class UnitCosts {

    /** The ledger of no place keeps what the catalogue says. */
    private static final String CATALOGUE = "";

    private static final int USUAL_DIGITS = 2;

    private UnitCosts() {}

    /**
     * A cost of one unit.
     *
     * @param unit of one unit, exact
     * @param currency its currency, empty if none is known
     * @param note where it comes from
     */
    record Cost(BigDecimal unit, String currency, String note) {

        /** Of so many units, rounded half even to whole minor units. */
        BigDecimal of(long units) {
            return unit.multiply(BigDecimal.valueOf(units))
                    .setScale(digits(currency), RoundingMode.HALF_EVEN);
        }
    }

    /** Takes note of what the catalogue says. */
    static void note(LotStore store, StockMovement cost) {
        if (cost.unitCost() != null) {
            store.put(store.ledger(CATALOGUE).costing(cost.unitCost(), cost.currency()));
        }
    }

    /** What a receipt costs; null if its currency is not that of the place's stock. */
    static Cost of(LotStore store, PlaceLedger ledger, StockMovement receipt) {
        if (receipt.unitCost() == null) {
            return known(store, ledger);
        }
        boolean fits = ledger.currency().isEmpty() || ledger.currency().equals(receipt.currency());
        return fits ? new Cost(receipt.unitCost(), receipt.currency(), "") : null;
    }

    /** Of the place's last receipt, else of the catalogue, else none. */
    static Cost known(LotStore store, PlaceLedger ledger) {
        if (ledger.unitCost() != null) {
            return new Cost(ledger.unitCost(), ledger.currency(), "at the last receipt's cost");
        }
        PlaceLedger catalogue = store.ledger(CATALOGUE);
        boolean fits =
                ledger.currency().isEmpty() || ledger.currency().equals(catalogue.currency());
        return catalogue.unitCost() != null && fits
                ? new Cost(catalogue.unitCost(), catalogue.currency(), "at the catalogue's cost")
                : new Cost(BigDecimal.ZERO, ledger.currency(), "no cost is known");
    }

    /** Digits of a currency's minor unit, 2 where the currency is not known. */
    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException notOneOfIso) {
            return USUAL_DIGITS;
        }
    }
}

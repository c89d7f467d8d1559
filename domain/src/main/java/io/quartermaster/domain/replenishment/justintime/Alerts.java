package io.quartermaster.domain.replenishment.justintime;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with stock beside that it runs out. */
final class Alerts {

    private Alerts() {}

    /** The signal with its alerts. */
    static StockSignal on(StockSignal signal) {
        List<String> alerts = new ArrayList<>();
        if (signal.excessUnits() > 0 && signal.onHand() > 0) {
            alerts.add("overstock");
        }
        if (signal.agedUnits() > 0) {
            alerts.add("ageing");
        }
        if (signal.expiringUnits() > 0) {
            alerts.add("expiring");
        }
        if (signal.overdueUnits() > 0) {
            alerts.add("overdue");
        }
        return signal.with(String.join(" ", alerts));
    }
}

package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.PurchaseState;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.PlannedOrders;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.replenishment.StockPosition;
import java.time.LocalDate;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;

/** Which items of the current supplier are no longer as its last plan took them to be. */
final class TouchedItems {

    /** Places, items and brands that were touched; the next plan ends them. */
    private static final MapStateDescriptor<String, Boolean> TOUCHED =
            new MapStateDescriptor<>("touched", Types.STRING, Types.BOOLEAN);

    private final MapState<String, Boolean> touched;
    private final PlanMemory memory;
    private final double stockDays;

    TouchedItems(KeyedStateStore store, PlanMemory memory, double stockDays) {
        this.touched = store.getMapState(TOUCHED);
        this.memory = memory;
        this.stockDays = stockDays;
    }

    boolean any() throws Exception {
        return !touched.isEmpty();
    }

    boolean contains(CatalogueItem item, String place) throws Exception {
        return touched.contains(brand(item.brand()))
                || touched.contains(item(item.item()))
                || touched.contains(StockShelf.key(item.item(), place));
    }

    void clear() {
        touched.clear();
    }

    /** A catalogue entry is touched where a plan reads it. */
    void entered(CatalogueItem before, CatalogueItem now) throws Exception {
        boolean differs =
                before != null
                        && (before.unitCost().compareTo(now.unitCost()) != 0
                                || before.listPrice().compareTo(now.listPrice()) != 0
                                || before.unitVolume() != now.unitVolume()
                                || !before.brand().equals(now.brand()));
        if (differs) {
            touch(item(now.item()));
        }
    }

    /** New terms touch all of their brand. */
    void agreed(String brand) throws Exception {
        touch(brand(brand));
    }

    /** A stage does where it ends or begins orders. */
    void entered(String brand, BrandStage before, BrandStage now) throws Exception {
        if ((before == null || before.orders()) != now.orders()) {
            touch(brand(brand));
        }
    }

    /** A score does where it moves, since it limits what the brand's orders may come to. */
    void scored(String brand, Double before, double now) throws Exception {
        if (before == null || before != now) {
            touch(brand(brand));
        }
    }

    /** A forecast that came after its plan. */
    void late(ItemForecast forecast) throws Exception {
        touch(StockShelf.key(forecast.item(), forecast.place()));
    }

    /** A step does where other units come, or on another day. */
    void stepped(PurchaseOrder before, PurchaseOrder after) throws Exception {
        boolean differs =
                after.state() == PurchaseState.CANCELLED
                        || after.state() == PurchaseState.CHANGED
                        || after.quantity() != before.quantity();
        if (differs) {
            touch(StockShelf.key(after.item(), after.place()));
        }
    }

    /** Stock does where it is further off the plan than is usual. */
    void counted(StockPosition position, LocalDate day, ItemForecast forecast) throws Exception {
        PlannedOrders plan = memory.of(position.item(), position.place());
        if (plan == null || forecast == null) {
            return;
        }
        double[] expected = plan.expected(day);
        double allowed = stockDays * forecast.meanPerDay();
        long units = position.units();
        if (units < expected[0] - allowed || units > expected[1] + allowed) {
            touch(StockShelf.key(position.item(), position.place()));
        }
    }

    private void touch(String what) throws Exception {
        if (memory.isPlanned()) {
            touched.put(what, true);
        }
    }

    private static String item(String item) {
        return "item|" + item + "|";
    }

    private static String brand(String brand) {
        return "brand|" + brand + "|";
    }
}

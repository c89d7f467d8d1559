package io.quartermaster.domain.recommendation.incremental;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What customers have, and what changes of the item-to-item table follow from their acts. */
public final class Baskets {

    private static final Held NOTHING = new Held(0, 0, false);

    private final Map<String, Map<String, Held>> byCustomer = new HashMap<>();

    /**
     * What a customer has of an item.
     *
     * @param strength in its epoch, a multiple of a power of two, 0 or more
     * @param epoch when it was last told
     * @param bought whether it was bought
     */
    public record Held(double strength, long epoch, boolean bought) {

        /** The strength as a later epoch sees it. */
        public double at(long later) {
            return Epochs.aged(strength, epoch, later);
        }
    }

    /** A customer has an item with this strength from now on; with 0 it is gone. */
    public BasketChange put(String customer, String item, Held held) {
        Map<String, Held> basket = byCustomer.computeIfAbsent(customer, any -> new HashMap<>());
        Held before = basket.getOrDefault(item, NOTHING);
        BasketChange change = change(basket, item, before, held);
        if (held.strength() > 0) {
            basket.put(item, held);
        } else {
            basket.remove(item);
        }
        if (basket.isEmpty()) {
            byCustomer.remove(customer);
        }
        return change;
    }

    /** A customer is erased: item by item, nothing is left. */
    public List<BasketChange> erase(String customer, long epoch) {
        List<BasketChange> changes = new ArrayList<>();
        Held gone = new Held(0, epoch, false);
        for (String item : new TreeMap<>(basket(customer)).keySet()) {
            changes.add(put(customer, item, gone));
        }
        return changes;
    }

    /** What a customer has, by item. */
    public Map<String, Held> basket(String customer) {
        return byCustomer.getOrDefault(customer, Map.of());
    }

    /** Everything, by customer and item. */
    public Map<String, Map<String, Held>> all() {
        return byCustomer;
    }

    private static BasketChange change(
            Map<String, Held> basket, String item, Held before, Held after) {
        BasketChange.Builder change = new BasketChange.Builder(item, before, after, basket.size());
        if (!change.isEmpty()) {
            basket.forEach(change::beside);
        }
        return change.build();
    }
}

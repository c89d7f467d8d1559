package io.quartermaster.pipelines.recommendation;

/**
 * That a customer bought an item, or that purchases of one are forgotten.
 *
 * @param item the item
 * @param id unique among those of one item and time
 * @param purchases how many more there are, below 0 where they are forgotten
 * @param repeats how many more of them repeat an earlier one of the same customer
 */
public record Purchase(String item, String id, long purchases, long repeats) {

    /** What one act adds. */
    static Purchase of(Holding before, Holding after, RecommendationSignal act) {
        return new Purchase(
                after.item(),
                act.customer() + "|" + act.order(),
                after.purchases() - before.purchases(),
                after.repeats() - before.repeats());
    }

    /** All that a customer had of an item. */
    static Purchase forgotten(Holding old, String customer) {
        return new Purchase(old.item(), customer + "|", -old.purchases(), -old.repeats());
    }

    boolean isNone() {
        return purchases == 0 && repeats == 0;
    }
}

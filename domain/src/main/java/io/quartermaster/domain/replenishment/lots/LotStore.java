package io.quartermaster.domain.replenishment.lots;

import java.util.List;

/** Where the books of one item by one order of lots are kept. */
public interface LotStore {

    /** The ledger of a place, an empty one if nothing is known of it. */
    PlaceLedger ledger(String place);

    /** Every place of which something is known, in the order of their names. */
    List<PlaceLedger> ledgers();

    void put(PlaceLedger ledger);

    /** How an order line was served, null if it is not known. */
    SoldGoods sold(String orderLine);

    void put(SoldGoods goods);
}

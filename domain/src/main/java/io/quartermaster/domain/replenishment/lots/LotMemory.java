package io.quartermaster.domain.replenishment.lots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Books kept in memory, on top of what an earlier day left. */
public final class LotMemory implements LotStore {

    private final Map<String, PlaceLedger> ledgers = new TreeMap<>();
    private final Map<String, SoldGoods> goods = new HashMap<>();
    private final Function<String, SoldGoods> earlier;

    /**
     * @param before the ledgers to begin with
     * @param earlier goods of order lines sold before, null of those not known
     */
    public LotMemory(List<PlaceLedger> before, Function<String, SoldGoods> earlier) {
        before.forEach(this::put);
        this.earlier = earlier;
    }

    /** With nothing before. */
    public static LotMemory empty() {
        return new LotMemory(List.of(), none -> null);
    }

    @Override
    public PlaceLedger ledger(String place) {
        PlaceLedger known = ledgers.get(place);
        return known == null ? PlaceLedger.empty(place) : known;
    }

    @Override
    public List<PlaceLedger> ledgers() {
        return new ArrayList<>(ledgers.values());
    }

    @Override
    public void put(PlaceLedger ledger) {
        ledgers.put(ledger.place(), ledger);
    }

    @Override
    public SoldGoods sold(String orderLine) {
        SoldGoods known = goods.get(orderLine);
        return known == null ? earlier.apply(orderLine) : known;
    }

    @Override
    public void put(SoldGoods sold) {
        goods.put(sold.orderLine(), sold);
    }

    /** Goods of the order lines that were served or taken back since. */
    public List<SoldGoods> changed() {
        return new ArrayList<>(goods.values());
    }
}

package io.quartermaster.domain.replenishment.lots;

/** What hears of every booking. */
public interface LotSink {

    void tell(LotAllocation allocation);

    /** The end of a day on which something moved. */
    void tell(StockValue value);
}

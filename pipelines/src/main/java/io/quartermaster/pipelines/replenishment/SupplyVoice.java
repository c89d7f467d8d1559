package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.replenishment.PurchaseOrder;

/** Who is told what comes of an event of a supplier. */
interface SupplyVoice {

    /** An order has entered a state. */
    void order(PurchaseOrder order);

    /** A step of an order cannot be taken. */
    void refused(Quarantined step);
}

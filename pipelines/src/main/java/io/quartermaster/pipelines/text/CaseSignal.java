package io.quartermaster.pipelines.text;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import io.quartermaster.domain.text.JudgedMessage;

/**
 * What happens to an order, or is asked of it, in one shape; one of the four is there.
 *
 * @param id unique among all, in the order of kinds at one time: facts before questions
 * @param order the order; of a message about none, a key of its own
 */
public record CaseSignal(
        String id,
        String order,
        OrderLine line,
        Delivery delivery,
        ReturnLine returned,
        JudgedMessage judged) {

    static CaseSignal of(OrderLine line) {
        return new CaseSignal("0:" + line.id(), line.order(), line, null, null, null);
    }

    static CaseSignal of(Delivery delivery) {
        return new CaseSignal("1:" + delivery.id(), delivery.order(), null, delivery, null, null);
    }

    static CaseSignal of(ReturnLine returned) {
        return new CaseSignal("2:" + returned.id(), returned.order(), null, null, returned, null);
    }

    static CaseSignal of(JudgedMessage judged) {
        String id = "3:" + judged.message().id();
        String order = judged.message().order();
        return new CaseSignal(id, order.isEmpty() ? id : order, null, null, null, judged);
    }
}

package io.quartermaster.pipelines.text;

import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.text.JudgedMessage;
import io.quartermaster.domain.text.MessageAnswer;
import io.quartermaster.domain.text.OrderQuestion;
import io.quartermaster.domain.text.OrderStatus;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.PlainTypes;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;

/**
 * Answers questions after an order by what has happened to it up to then. Keyed by order. A
 * question is one by its intent, or by its words where no model judged it. Who asks after a late
 * order, or after one that is not known, gets a person.
 */
final class OrderStatusFunction
        extends EventTimeOrderedFunction<String, CaseSignal, MessageAnswer> {

    private static final long serialVersionUID = 1L;

    /** Nobody asks after an order of which nothing was heard for longer. */
    private static final long KEPT_MILLIS = Duration.ofDays(365).toMillis();

    /** Ends by a timer, {@link #KEPT_MILLIS} after the order's last event. */
    private static final ValueStateDescriptor<OrderStatus> STATUS =
            new ValueStateDescriptor<>("status", PlainTypes.of(OrderStatus.class));

    private final String[] intents;
    private final double least;

    private transient ValueState<OrderStatus> status;

    /**
     * Answers by orders.
     *
     * @param intents that ask after an order
     * @param least confidence of the intent below which a person answers, 0 to 1
     */
    OrderStatusFunction(List<String> intents, double least) {
        super(CaseSignal.class, CaseSignal::id);
        this.intents = intents.toArray(String[]::new);
        this.least = least;
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        super.open(openContext);
        status = getRuntimeContext().getState(STATUS);
    }

    @Override
    protected void inOrder(CaseSignal signal, Context context, Collector<MessageAnswer> out)
            throws Exception {
        OrderStatus known = status.value() == null ? OrderStatus.UNKNOWN : status.value();
        if (signal.judged() != null) {
            out.collect(answer(signal.judged(), known));
            return;
        }
        OrderStatus next = with(known, signal);
        if (!next.equals(known)) {
            status.update(next);
            registerTimer(next.lastMillis() + KEPT_MILLIS, context);
        }
    }

    private static OrderStatus with(OrderStatus known, CaseSignal signal) {
        if (signal.line() != null) {
            return known.with(signal.line());
        }
        return signal.delivery() == null
                ? known.with(signal.returned())
                : known.with(signal.delivery());
    }

    private MessageAnswer answer(JudgedMessage judged, OrderStatus known) {
        Message message = judged.message();
        MessageAnswer open =
                MessageAnswer.open(judged, judged.problem()).about(known.item(), known.seller());
        if (message.order().isEmpty() || !isQuestion(judged)) {
            return open;
        }
        if (!known.isKnown()) {
            return MessageAnswer.open(
                    judged, "The order (%s) is not known.".formatted(message.order()));
        }
        double sure = judged.intent().isEmpty() ? 1 : judged.confidence();
        return open.byOrder(
                known.words(message.order(), message.time()),
                sure,
                whyAPerson(judged, known, sure));
    }

    private String whyAPerson(JudgedMessage judged, OrderStatus known, double sure) {
        if (known.isLate(judged.message().time())) {
            return "The order (%s) is late.".formatted(judged.message().order());
        }
        return sure < least ? "The confidence (%.2f) is below %.2f.".formatted(sure, least) : "";
    }

    private boolean isQuestion(JudgedMessage judged) {
        return judged.intent().isEmpty()
                ? OrderQuestion.isAskedBy(judged.message().text())
                : List.of(intents).contains(judged.intent());
    }

    @Override
    protected void onOwnTimer(long time, OnTimerContext context, Collector<MessageAnswer> out)
            throws Exception {
        OrderStatus known = status.value();
        if (known != null && known.lastMillis() + KEPT_MILLIS <= time) {
            status.clear();
        }
    }
}

package io.quartermaster.domain.text;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What is known of one order, kept so that a customer who asks gets an answer. Days are in UTC.
 *
 * @param placedMillis epoch milliseconds of its first line, {@link Long#MAX_VALUE} if none came
 * @param lines order lines
 * @param cancelled lines that were cancelled
 * @param sentBack lines that came back
 * @param promisedMillis latest promise, {@link Long#MIN_VALUE} if none
 * @param deliveries deliveries that were reported
 * @param arrived those that arrived
 * @param arrivedMillis when the last arrived, {@link Long#MIN_VALUE} if none
 * @param lastMillis time of the last event of it
 * @param item the item of its lines, empty if they are of several
 * @param seller the seller of its lines, empty if there are several
 */
public record OrderStatus(
        long placedMillis,
        int lines,
        int cancelled,
        int sentBack,
        long promisedMillis,
        int deliveries,
        int arrived,
        long arrivedMillis,
        long lastMillis,
        String item,
        String seller) {

    /** Of an order that nothing is known of. */
    public static final OrderStatus UNKNOWN =
            new OrderStatus(
                    Long.MAX_VALUE,
                    0,
                    0,
                    0,
                    Long.MIN_VALUE,
                    0,
                    0,
                    Long.MIN_VALUE,
                    Long.MIN_VALUE,
                    "",
                    "");

    /** With one line more. */
    public OrderStatus with(OrderLine line) {
        return new OrderStatus(
                Math.min(placedMillis, line.time().toEpochMilli()),
                lines + 1,
                cancelled,
                sentBack,
                promisedMillis,
                deliveries,
                arrived,
                arrivedMillis,
                last(line.time()),
                lines == 0 || item.equals(line.item()) ? line.item() : "",
                lines == 0 || seller.equals(line.seller()) ? line.seller() : "");
    }

    /** With a delivery; one from a supplier changes nothing. */
    public OrderStatus with(Delivery delivery) {
        if (delivery.direction() != DeliveryDirection.OUTBOUND) {
            return this;
        }
        Instant came = delivery.deliveredAt();
        return new OrderStatus(
                placedMillis,
                lines,
                cancelled,
                sentBack,
                Math.max(promisedMillis, millis(delivery.promisedAt())),
                deliveries + 1,
                arrived + (came == null ? 0 : 1),
                Math.max(arrivedMillis, millis(came)),
                last(delivery.time()),
                item,
                seller);
    }

    /** With a line that was cancelled or sent back. */
    public OrderStatus with(ReturnLine line) {
        return new OrderStatus(
                placedMillis,
                lines,
                cancelled + (line.cancellation() ? 1 : 0),
                sentBack + (line.cancellation() ? 0 : 1),
                promisedMillis,
                deliveries,
                arrived,
                arrivedMillis,
                last(line.time()),
                item,
                seller);
    }

    /** Whether any line of it is known. */
    public boolean isKnown() {
        return lines > 0;
    }

    /** Whether it was promised for before and has not wholly arrived. */
    public boolean isLate(Instant asOf) {
        return isKnown()
                && cancelled < lines
                && promisedMillis != Long.MIN_VALUE
                && promisedMillis < asOf.toEpochMilli()
                && (deliveries == 0 || arrived < deliveries);
    }

    /**
     * What to tell the customer.
     *
     * @param order its name
     * @param asOf when the customer asked
     * @return empty where it is not known
     */
    public String words(String order, Instant asOf) {
        if (!isKnown()) {
            return "";
        }
        String head = "Your order %s of %s ".formatted(order, day(placedMillis));
        if (cancelled >= lines) {
            return head + "was cancelled.";
        }
        String back = sentBack == 0 ? "" : " %d of its lines came back.".formatted(sentBack);
        if (deliveries > 0 && arrived == deliveries) {
            return head + "arrived on %s.".formatted(day(arrivedMillis)) + back;
        }
        if (promisedMillis == Long.MIN_VALUE) {
            return head + "is being prepared." + back;
        }
        String promise = "was promised for %s".formatted(day(promisedMillis));
        return isLate(asOf)
                ? head + promise + " and is late." + back
                : head + "is on its way and " + promise + "." + back;
    }

    private long last(Instant time) {
        return Math.max(lastMillis, time.toEpochMilli());
    }

    private static long millis(Instant instant) {
        return instant == null ? Long.MIN_VALUE : instant.toEpochMilli();
    }

    private static LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}

package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The lines of an Olist folder as canonical raw records, one for one: order_items become orders,
 * order_payments payments, orders deliveries, order_reviews feedback, products items. What a line
 * does not hold is joined from the other files; docs/data.md has the table. Money is Brazilian
 * real.
 */
final class OlistTranslator implements RawTranslator {

    private static final String[] NONE = {};
    private static final String CURRENCY = "BRL";
    private static final BigDecimal CUBIC_CENTIMETRES_PER_LITRE = BigDecimal.valueOf(1000);

    private static final String[] ORDER = {
        "id",
        "time",
        "order",
        "item",
        "place",
        "customer",
        "seller",
        "region",
        "units",
        "unit_price",
        "freight",
        "currency"
    };
    private static final String[] PAYMENT = {
        "id", "time", "order", "method", "instalments", "amount", "currency"
    };
    private static final String[] DELIVERY = {
        "id",
        "time",
        "direction",
        "order",
        "place",
        "seller",
        "customer",
        "ordered_units",
        "delivered_units",
        "promised_at",
        "delivered_at"
    };
    private static final String[] FEEDBACK = {
        "id", "time", "order", "seller", "customer", "rating", "text"
    };
    private static final String[] ITEM = {
        "id",
        "time",
        "item",
        "brand",
        "category",
        "supplier",
        "list_price",
        "currency",
        "unit_volume",
        "launched_on"
    };

    private final OlistLookups lookups;

    OlistTranslator(OlistLookups lookups) {
        this.lookups = lookups;
    }

    @Override
    public RawRecord translate(RawRecord line) {
        if (!line.broken().isEmpty()) {
            return with(line, NONE);
        }
        return switch (OlistFile.of(line.source()).orElseThrow()) {
            case ORDER_ITEMS -> order(line);
            case ORDER_PAYMENTS -> payment(line);
            case ORDERS -> delivery(line);
            case ORDER_REVIEWS -> feedback(line);
            case PRODUCTS -> item(line);
            case CUSTOMERS, PRODUCT_CATEGORY_NAME_TRANSLATION ->
                    throw new IllegalArgumentException(
                            "The file (" + line.source() + ") is only looked up.");
        };
    }

    private RawRecord order(RawRecord line) {
        String id = line.value("order_id");
        OlistLookups.Order order = lookups.order(id);
        return with(
                line,
                ORDER,
                id + "|" + line.value("order_item_id"),
                order.purchasedAt(),
                id,
                line.value("product_id"),
                RawInput.ONLY_PLACE,
                lookups.customer(order),
                line.value("seller_id"),
                lookups.state(order),
                "1",
                line.value("price"),
                line.value("freight_value"),
                CURRENCY);
    }

    private RawRecord payment(RawRecord line) {
        String id = line.value("order_id");
        OlistLookups.Order order = lookups.order(id);
        return with(
                line,
                PAYMENT,
                id + "|" + line.value("payment_sequential"),
                first(order.approvedAt(), order.purchasedAt()),
                id,
                line.value("payment_type"),
                line.value("payment_installments"),
                line.value("payment_value"),
                CURRENCY);
    }

    private RawRecord delivery(RawRecord line) {
        String id = line.value("order_id");
        String promised = line.value("order_estimated_delivery_date");
        String delivered = line.value("order_delivered_customer_date");
        int units = lookups.units(id);
        return with(
                line,
                DELIVERY,
                id,
                first(delivered, first(promised, line.value("order_purchase_timestamp"))),
                "outbound",
                id,
                RawInput.ONLY_PLACE,
                lookups.seller(id),
                lookups.customer(lookups.order(id)),
                units == 0 ? "" : Integer.toString(units),
                Integer.toString(delivered.isEmpty() ? 0 : units),
                promised,
                delivered);
    }

    private RawRecord feedback(RawRecord line) {
        String id = line.value("order_id");
        String title = line.value("review_comment_title").strip();
        String message = line.value("review_comment_message").strip();
        return with(
                line,
                FEEDBACK,
                line.value("review_id") + "|" + id,
                first(line.value("review_answer_timestamp"), line.value("review_creation_date")),
                id,
                lookups.seller(id),
                lookups.customer(lookups.order(id)),
                line.value("review_score"),
                title.isEmpty() || message.isEmpty() ? title + message : title + "\n" + message);
    }

    private RawRecord item(RawRecord line) {
        String id = line.value("product_id");
        OlistLookups.Product sold = lookups.product(id);
        String time = sold.firstSoldAt();
        return with(
                line,
                ITEM,
                id,
                time,
                id,
                RawInput.UNKNOWN_BRAND,
                lookups.category(line.value("product_category_name")),
                sold.seller(),
                sold.price(),
                CURRENCY,
                litres(line),
                time.length() < 10 ? "" : time.substring(0, 10));
    }

    /** Length, height and width in centimetres as litres; empty if one is not a whole number. */
    private static String litres(RawRecord line) {
        BigDecimal volume = BigDecimal.ONE;
        for (String side : new String[] {"length", "height", "width"}) {
            String centimetres = line.value("product_" + side + "_cm");
            if (centimetres.isEmpty() || !centimetres.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return "";
            }
            volume = volume.multiply(new BigDecimal(centimetres));
        }
        return volume.divide(CUBIC_CENTIMETRES_PER_LITRE, 3, RoundingMode.HALF_UP).toPlainString();
    }

    private static String first(String preferred, String otherwise) {
        return preferred.isEmpty() ? otherwise : preferred;
    }

    private static RawRecord with(RawRecord line, String[] names, String... values) {
        return new RawRecord(
                line.kind(),
                line.source(),
                line.line(),
                names,
                values,
                line.original(),
                line.broken());
    }
}

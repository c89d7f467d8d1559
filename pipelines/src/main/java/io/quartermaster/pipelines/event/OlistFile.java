package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.EventKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files of an Olist folder that are read: five whose lines become events, and two that are only
 * looked up. Each may bear its published name too ({@code olist_orders_dataset.csv}).
 */
enum OlistFile {
    ORDERS(
            EventKind.DELIVERIES,
            "order_id customer_id order_purchase_timestamp order_delivered_customer_date"
                    + " order_estimated_delivery_date"),
    ORDER_ITEMS(
            EventKind.ORDERS, "order_id order_item_id product_id seller_id price freight_value"),
    ORDER_PAYMENTS(
            EventKind.PAYMENTS,
            "order_id payment_sequential payment_type payment_installments payment_value"),
    ORDER_REVIEWS(
            EventKind.FEEDBACK,
            "review_id order_id review_score review_comment_title review_comment_message"
                    + " review_answer_timestamp"),
    PRODUCTS(
            EventKind.ITEMS,
            "product_id product_category_name product_length_cm product_height_cm"
                    + " product_width_cm"),
    CUSTOMERS(null, "customer_id customer_unique_id customer_state"),
    PRODUCT_CATEGORY_NAME_TRANSLATION(null, "product_category_name product_category_name_english");

    private final EventKind kind;
    private final String columns;

    OlistFile(EventKind kind, String columns) {
        this.kind = kind;
        this.columns = columns;
    }

    /** What its lines become; empty if they are only looked up. */
    Optional<EventKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Columns that are read. */
    List<String> columns() {
        return Arrays.asList(columns.split(" ", -1));
    }

    /** The name without ending, as the folder has it. */
    String stem() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which file this is, if it is one that is read. */
    static Optional<OlistFile> of(String fileName) {
        String stem = RawFiles.stem(fileName);
        String plain =
                stem.startsWith("olist_") && stem.endsWith("_dataset")
                        ? stem.substring("olist_".length(), stem.length() - "_dataset".length())
                        : stem;
        return Arrays.stream(values()).filter(file -> file.stem().equals(plain)).findFirst();
    }
}

package io.quartermaster.pipelines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small marketplace as a folder in the form of Olist's: an order a day with each of two sellers,
 * now and then one with a third, and one order without items.
 */
final class OlistFolder {

    static final String PUNCTUAL = "seller-punctual";
    static final String LATE = "seller-late";

    /** All of its orders were drawn with a look at how they went. */
    static final String ILL_DRAWN = "seller-ill-drawn";

    private static final Map<String, String> HEADERS =
            Map.of(
                    "orders",
                    "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date,sample",
                    "order_items",
                    "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value",
                    "order_payments",
                    "order_id,payment_sequential,payment_type,payment_installments,payment_value",
                    "order_reviews",
                    "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp",
                    "products",
                    "product_id,product_category_name,product_name_lenght,product_description_lenght,product_photos_qty,product_weight_g,product_length_cm,product_height_cm,product_width_cm",
                    "customers",
                    "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state",
                    "product_category_name_translation",
                    "\ufeffproduct_category_name,product_category_name_english");

    private final LocalDate first;
    private final int days;
    private final Map<String, List<String>> files = new TreeMap<>();
    private int number;

    OlistFolder(LocalDate first, int days) {
        this.first = first;
        this.days = days;
        HEADERS.forEach((file, header) -> files.put(file, new ArrayList<>(List.of(header))));
        add("product_category_name_translation", "brinquedos,toys");
        products().forEach(product -> add("products", product + ",brinquedos,9,90,1,300,20,10,5"));
        for (int day = 0; day < days; day++) {
            tell(day);
        }
    }

    /** Its products, one of each seller. */
    List<String> products() {
        return List.of(product(PUNCTUAL), product(LATE), product(ILL_DRAWN));
    }

    /** Orders that have items; each has one. */
    int orders() {
        return files.get("order_items").size() - 1;
    }

    /** Lines that become events or are quarantined; files that are only looked up have none. */
    int lines() {
        return files.entrySet().stream()
                .filter(file -> !file.getKey().equals("customers"))
                .filter(file -> !file.getKey().equals("product_category_name_translation"))
                .mapToInt(file -> file.getValue().size() - 1)
                .sum();
    }

    /** Writes every file and hands back the folder. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, List<String>> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey() + ".csv"), file.getValue());
        }
        return folder;
    }

    private void tell(int day) {
        sale(PUNCTUAL, day, 6, 5, "both");
        boolean late = day % 5 == 0;
        sale(LATE, day, late ? 13 : 6, late ? 2 : 5, "first5000");
        if (day % 10 == 0) {
            sale(ILL_DRAWN, day, 20, 1, "stratified");
        }
        if (day == days / 2) {
            order("order-without-items", day, 6, "first5000");
        }
    }

    /** Promised in ten days; the review comes the day after it arrives. */
    private void sale(String seller, int day, int daysToArrive, int stars, String sample) {
        String order = "order-%04d".formatted(++number);
        order(order, day, daysToArrive, sample);
        add("order_items", order, "1", product(seller), seller, at(day + 3), "49.9", "8.5");
        add("order_payments", order, "1", "credit_card", "2", "58.4");
        String reviewed = at(day + daysToArrive + 1);
        add("order_reviews", "review-" + number, order, "" + stars, "", "", reviewed, reviewed);
    }

    private void order(String order, int day, int daysToArrive, String sample) {
        String customer = "customer-of-" + order;
        add("customers", customer, "person-" + number % 40, "01310", "sao paulo", "SP");
        add(
                "orders",
                order,
                customer,
                "delivered",
                at(day),
                at(day),
                at(day + 2),
                at(day + daysToArrive),
                at(day + 10),
                sample);
    }

    private void add(String file, String... cells) {
        files.get(file).add(String.join(",", cells));
    }

    private String at(int day) {
        return first.plusDays(day) + " 10:00:00";
    }

    private static String product(String seller) {
        return "product-of-" + seller;
    }
}

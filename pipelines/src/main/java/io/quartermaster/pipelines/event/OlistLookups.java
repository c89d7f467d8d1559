package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the lines of one Olist file need of the others: loaded once per reader, about 400 bytes an
 * order.
 */
final class OlistLookups {

    /** Orders drawn only because they were cancelled or late would bias every rate. */
    private static final List<String> FAIR_SAMPLES = List.of("", "first5000", "both");

    private static final Order UNKNOWN_ORDER = new Order("", "", "", false);
    private static final Product UNSOLD = new Product("", "", "");

    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, String> customers = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<String, String> sellers = new HashMap<>();
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    /**
     * What is known of an order.
     *
     * @param fair whether it was drawn without looking at how it went
     */
    record Order(String customer, String purchasedAt, String approvedAt, boolean fair) {}

    /** First sale of a product: its time, price and seller. */
    record Product(String firstSoldAt, String price, String seller) {}

    private OlistLookups() {}

    /** Reads the lookups of a folder's files. */
    static OlistLookups load(List<Path> files) throws IOException {
        OlistLookups lookups = new OlistLookups();
        each(files, OlistFile.CUSTOMERS, lookups::addCustomer);
        each(files, OlistFile.ORDERS, lookups::addOrder);
        each(files, OlistFile.ORDER_ITEMS, lookups::addItem);
        each(files, OlistFile.PRODUCT_CATEGORY_NAME_TRANSLATION, lookups::addCategory);
        return lookups;
    }

    Order order(String id) {
        return orders.getOrDefault(id, UNKNOWN_ORDER);
    }

    /** The person behind an order's customer id, which Olist makes anew for every order. */
    String customer(Order order) {
        return customers.getOrDefault(order.customer(), "");
    }

    String state(Order order) {
        return states.getOrDefault(order.customer(), "");
    }

    /** Units of an order, 0 if its items are not listed. */
    int units(String order) {
        return units.getOrDefault(order, 0);
    }

    /** Who is answerable for an order: empty if several sold it, or if it was not drawn fairly. */
    String seller(String id) {
        return order(id).fair() ? sellers.getOrDefault(id, "") : "";
    }

    Product product(String id) {
        return products.getOrDefault(id, UNSOLD);
    }

    String category(String portuguese) {
        return categories.getOrDefault(portuguese, portuguese);
    }

    private void addCustomer(RawRecord line) {
        customers.put(line.value("customer_id"), line.value("customer_unique_id"));
        states.put(line.value("customer_id"), line.value("customer_state"));
    }

    private void addOrder(RawRecord line) {
        orders.put(
                line.value("order_id"),
                new Order(
                        line.value("customer_id"),
                        line.value("order_purchase_timestamp"),
                        line.value("order_approved_at"),
                        FAIR_SAMPLES.contains(line.value("sample"))));
    }

    private void addItem(RawRecord line) {
        String order = line.value("order_id");
        String seller = line.value("seller_id");
        units.merge(order, 1, Integer::sum);
        sellers.merge(order, seller, (one, other) -> one.equals(other) ? one : "");
        Product sale = new Product(order(order).purchasedAt(), line.value("price"), seller);
        products.merge(line.value("product_id"), sale, OlistLookups::earlier);
    }

    private void addCategory(RawRecord line) {
        categories.put(
                line.value("product_category_name"), line.value("product_category_name_english"));
    }

    private static Product earlier(Product one, Product other) {
        boolean otherFirst =
                !other.firstSoldAt().isEmpty()
                        && (one.firstSoldAt().isEmpty()
                                || other.firstSoldAt().compareTo(one.firstSoldAt()) < 0);
        return otherFirst ? other : one;
    }

    private static void each(List<Path> files, OlistFile wanted, Consumer<RawRecord> add)
            throws IOException {
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (OlistFile.of(name).equals(Optional.of(wanted))) {
                try (RawReader reader = RawReader.open(name, "", RawFiles.open(file))) {
                    for (RawRecord line = reader.read(); line != null; line = reader.read()) {
                        if (line.broken().isEmpty()) {
                            add.accept(line);
                        }
                    }
                }
            }
        }
    }
}

package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.RawRecord;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The lines of the Online Retail file (UCI) as order lines and returns.
 *
 * <p>An invoice that starts with C is a cancellation: its line is a return of the negated quantity,
 * and its order is the cancelling invoice until cleaning matches it. Every other line, dirt
 * included, is an order line. The id is invoice, stock code and a 64-bit digest (FNV-1a) of all
 * other columns: two lines share it only if they are exact repeats. Prices are pounds sterling, and
 * everything ships from one place, since the file names none. The description stays as a further
 * column for the rules of cleaning.
 *
 * <p>The names of both editions of the file are known ({@code InvoiceNo} or {@code Invoice}, {@code
 * UnitPrice} or {@code Price}, {@code CustomerID} or {@code Customer ID}), as are both forms of its
 * times.
 */
final class RetailTranslator implements RawTranslator {

    /** Columns in the order used here; each by the names it bears in the wild. */
    static final List<List<String>> COLUMNS =
            List.of(
                    List.of("InvoiceNo", "Invoice"),
                    List.of("StockCode"),
                    List.of("Description"),
                    List.of("Quantity"),
                    List.of("InvoiceDate"),
                    List.of("UnitPrice", "Price"),
                    List.of("CustomerID", "Customer ID"),
                    List.of("Country"));

    private static final int INVOICE = 0;
    private static final int STOCK_CODE = 1;
    private static final int DESCRIPTION = 2;
    private static final int QUANTITY = 3;
    private static final int DATE = 4;
    private static final int PRICE = 5;
    private static final int CUSTOMER = 6;
    private static final int COUNTRY = 7;

    private static final String[] ORDER = {
        "id",
        "time",
        "order",
        "item",
        "place",
        "customer",
        "region",
        "units",
        "unit_price",
        "currency",
        "description"
    };
    private static final String[] RETURN = {
        "id",
        "time",
        "order",
        "item",
        "place",
        "customer",
        "region",
        "units",
        "unit_price",
        "currency",
        "description",
        "cancellation"
    };
    private static final String ORDERS = EventKind.ORDERS.label();
    private static final String RETURNS = EventKind.RETURNS.label();
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");

    private static final long DIGEST_START = 0xcbf29ce484222325L;
    private static final long DIGEST_PRIME = 0x100000001b3L;

    private String[] header = {};
    private int[] positions = {};

    @Override
    public RawRecord translate(RawRecord record) {
        if (!record.broken().isEmpty()) {
            return with(record, ORDERS, record.names(), record.values());
        }
        if (record.names() != header) {
            header = record.names();
            positions = positionsIn(header);
        }
        return value(record, INVOICE).startsWith("C") ? cancellation(record) : order(record);
    }

    private RawRecord order(RawRecord record) {
        String[] values = common(record, ORDER.length);
        values[7] = value(record, QUANTITY);
        return with(record, ORDERS, ORDER, values);
    }

    private RawRecord cancellation(RawRecord record) {
        String[] values = common(record, RETURN.length);
        values[7] = negated(value(record, QUANTITY));
        values[11] = "true";
        return with(record, RETURNS, RETURN, values);
    }

    private String[] common(RawRecord record, int length) {
        String[] values = new String[length];
        values[0] = id(record);
        values[1] = time(value(record, DATE));
        values[2] = value(record, INVOICE);
        values[3] = value(record, STOCK_CODE);
        values[4] = RawInput.ONLY_PLACE;
        values[5] = customer(value(record, CUSTOMER));
        values[6] = value(record, COUNTRY);
        values[8] = value(record, PRICE);
        values[9] = "GBP";
        values[10] = value(record, DESCRIPTION);
        return values;
    }

    private String value(RawRecord record, int column) {
        return record.values()[positions[column]];
    }

    private String id(RawRecord record) {
        long digest = DIGEST_START;
        for (int column = DESCRIPTION; column <= COUNTRY; column++) {
            String text = value(record, column);
            for (int i = 0; i < text.length(); i++) {
                digest = (digest ^ text.charAt(i)) * DIGEST_PRIME;
            }
            digest = (digest ^ 0xFFFF) * DIGEST_PRIME;
        }
        String hexadecimal = Long.toHexString(digest);
        return value(record, INVOICE) + '|' + value(record, STOCK_CODE) + '|' + hexadecimal;
    }

    /** Month first, if it has slashes; what is no time stays as it is for the parser to name. */
    private static String time(String text) {
        if (text.indexOf('/') < 0) {
            return text;
        }
        try {
            return LocalDateTime.parse(text, AMERICAN).toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** The file's tool wrote whole numbers with a decimal point. */
    private static String customer(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String negated(String quantity) {
        if (quantity.isEmpty()) {
            return quantity;
        }
        return quantity.charAt(0) == '-' ? quantity.substring(1) : "-" + quantity;
    }

    private static RawRecord with(RawRecord record, String kind, String[] names, String[] values) {
        return new RawRecord(
                kind,
                record.source(),
                record.line(),
                names,
                values,
                record.original(),
                record.broken());
    }

    private static int[] positionsIn(String[] header) {
        List<String> names = List.of(header);
        return COLUMNS.stream()
                .mapToInt(
                        aliases ->
                                aliases.stream()
                                        .mapToInt(names::indexOf)
                                        .filter(position -> position >= 0)
                                        .findFirst()
                                        .orElseThrow())
                .toArray();
    }
}

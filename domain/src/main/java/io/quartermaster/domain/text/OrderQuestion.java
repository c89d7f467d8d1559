package io.quartermaster.domain.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a message asks where an order is: by its words, where no model of intents judges
 * that. It asks something, and speaks of an order or of delivery, in English, Portuguese or
 * Chinese.
 */
public final class OrderQuestion {

    private static final Set<String> ASKING =
            Set.of(
                    "where",
                    "when",
                    "status",
                    "track",
                    "tracking",
                    "yet",
                    "still",
                    "onde",
                    "quando",
                    "cadê",
                    "ainda",
                    "rastrear");
    private static final Set<String> ORDER = Set.of("order", "orders", "pedido", "encomenda");
    private static final List<String> ASKING_CHINESE =
            List.of("哪里", "什么时候", "到哪", "多久", "到了吗", "还没");
    private static final String ORDER_CHINESE = "订单";

    private OrderQuestion() {}

    /** Whether a message asks it. */
    public static boolean isAskedBy(String message) {
        String plain = ReadableText.of(message).text().toLowerCase(Locale.ROOT);
        List<String> words = Words.of(plain);
        boolean asks =
                words.stream().anyMatch(ASKING::contains)
                        || ASKING_CHINESE.stream().anyMatch(plain::contains);
        boolean ofOrder =
                words.stream().anyMatch(ORDER::contains)
                        || plain.contains(ORDER_CHINESE)
                        || Aspect.DELIVERY.isIn(plain, words);
        return asks && ofOrder;
    }
}

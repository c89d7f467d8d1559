package io.quartermaster.domain.text;

import io.quartermaster.domain.event.Feedback;
import java.time.Instant;
import java.util.Optional;

/**
 * A message, what its words tell, and what to answer.
 *
 * @param id of the message
 * @param time when it was written
 * @param customer token of the customer, empty if not known
 * @param order the order it is about, empty if none
 * @param item the order's item, empty if not known or several
 * @param seller the order's seller, empty if not known or several
 * @param text the words, personal fields masked
 * @param language ISO 639-1 code, und where it cannot be told
 * @param intent what it asks for, empty where no model judges that
 * @param sentiment positive, negative or neutral, empty where no model judges that
 * @param score of the sentiment, -1 to 1
 * @param aspects the sentiment by aspect
 * @param answer what to say, empty where nothing fits
 * @param origin order (from the live orders), book (from past answers), or empty
 * @param confidence that the answer fits, 0 to 1
 * @param person whether a person should answer
 * @param reason why a person should, empty otherwise
 */
public record MessageAnswer(
        String id,
        Instant time,
        String customer,
        String order,
        String item,
        String seller,
        String text,
        String language,
        String intent,
        String sentiment,
        double score,
        AspectScores aspects,
        String answer,
        String origin,
        double confidence,
        boolean person,
        String reason) {

    /** Score of a sentiment at or below which words complain. */
    static final double UNHAPPY = -0.5;

    private static final String SOURCE = "words";
    private static final String FROM_ORDER = "order";
    private static final String FROM_BOOK = "book";

    /** A message that a person should answer, since nothing has answered it yet. */
    public static MessageAnswer open(JudgedMessage judged, String reason) {
        return new MessageAnswer(
                judged.message().id(),
                judged.message().time(),
                judged.message().customer(),
                judged.message().order(),
                "",
                "",
                judged.message().text(),
                judged.language(),
                judged.intent(),
                judged.sentiment(),
                judged.score(),
                judged.aspects(),
                "",
                "",
                0,
                true,
                reason);
    }

    /** The same, answered from the live orders. */
    public MessageAnswer byOrder(String words, double sure, String whyAPerson) {
        return answered(words, FROM_ORDER, sure, whyAPerson);
    }

    /** The same, answered from past answers. */
    public MessageAnswer byBook(String words, double sure, String whyAPerson) {
        return answered(words, FROM_BOOK, sure, whyAPerson);
    }

    /** The same, about what was ordered. */
    public MessageAnswer about(String orderedItem, String soldBy) {
        return with(orderedItem, soldBy, answer, origin, confidence, person, reason);
    }

    /**
     * The complaint that a message is whose writer is clearly unhappy, as a whole or about one
     * aspect: its kind is the aspect that fares worst, else the first that it speaks of, else
     * service. Empty for any other message.
     */
    public Optional<Feedback> complaint() {
        Optional<Aspect> worst = aspects.worst(UNHAPPY);
        if (score > UNHAPPY && worst.isEmpty()) {
            return Optional.empty();
        }
        Aspect about =
                worst.or(() -> AspectSentiment.aspects(text).stream().findFirst())
                        .orElse(Aspect.SERVICE);
        return Optional.of(
                new Feedback(
                        "words-" + id,
                        time,
                        SOURCE,
                        order,
                        item,
                        seller,
                        customer,
                        0,
                        about.label(),
                        ""));
    }

    private MessageAnswer answered(String words, String from, double sure, String whyAPerson) {
        return with(item, seller, words, from, sure, !whyAPerson.isEmpty(), whyAPerson);
    }

    private MessageAnswer with(
            String nextItem,
            String nextSeller,
            String words,
            String from,
            double sure,
            boolean forAPerson,
            String why) {
        return new MessageAnswer(
                id,
                time,
                customer,
                order,
                nextItem,
                nextSeller,
                text,
                language,
                intent,
                sentiment,
                score,
                aspects,
                words,
                from,
                sure,
                forAPerson,
                why);
    }
}

package io.quartermaster.domain.text;

import io.quartermaster.domain.event.Feedback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a customer's words say of one aspect.
 *
 * @param id unique: what was read and the aspect
 * @param time when it was written
 * @param origin message or review
 * @param about id of the message or review
 * @param customer token of the customer, empty if not known
 * @param order the order it is about, empty if none
 * @param item the item, empty if not known or several
 * @param seller who sold it, empty if not known or several
 * @param aspect quality, price, delivery or service
 * @param score of the sentiment, -1 to 1
 * @param complaint whether it counts as a complaint: see {@link #of(Feedback, AspectScores)}
 */
public record AspectOpinion(
        String id,
        Instant time,
        String origin,
        String about,
        String customer,
        String order,
        String item,
        String seller,
        String aspect,
        double score,
        boolean complaint) {

    private static final String MESSAGE = "message";
    private static final String REVIEW = "review";
    private static final String SOURCE = "words";

    /** One of each aspect that a message speaks of; {@link MessageAnswer#complaint()} complains. */
    public static List<AspectOpinion> of(MessageAnswer answer) {
        List<AspectOpinion> opinions = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            double score = answer.aspects().of(aspect);
            if (!Double.isNaN(score)) {
                opinions.add(
                        new AspectOpinion(
                                id(MESSAGE, answer.id(), aspect),
                                answer.time(),
                                MESSAGE,
                                answer.id(),
                                answer.customer(),
                                answer.order(),
                                answer.item(),
                                answer.seller(),
                                aspect.label(),
                                score,
                                false));
            }
        }
        return opinions;
    }

    /**
     * One of each aspect that a review speaks of. The worst of them complains where it is clearly
     * bad and the customer has not named a complaint anyway.
     */
    public static List<AspectOpinion> of(Feedback review, AspectScores scores) {
        Optional<Aspect> worst =
                review.complaint().isEmpty()
                        ? scores.worst(MessageAnswer.UNHAPPY)
                        : Optional.empty();
        List<AspectOpinion> opinions = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            double score = scores.of(aspect);
            if (!Double.isNaN(score)) {
                opinions.add(
                        new AspectOpinion(
                                id(REVIEW, review.id(), aspect),
                                review.time(),
                                REVIEW,
                                review.id(),
                                review.customer(),
                                review.order(),
                                review.item(),
                                review.seller(),
                                aspect.label(),
                                score,
                                worst.filter(aspect::equals).isPresent()));
            }
        }
        return opinions;
    }

    /** As a complaint for satisfaction to count. */
    public Feedback asFeedback() {
        return new Feedback(
                SOURCE + "-" + id, time, SOURCE, order, item, seller, customer, 0, aspect, "");
    }

    private static String id(String origin, String about, Aspect aspect) {
        return origin + ":" + about + ":" + aspect.label();
    }
}

package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.Feedback;
import java.util.Optional;

/** Ratings off the scale of 1 to 5; 0 says that none was given. */
final class ImpossibleRating implements Rule {

    private static final int HIGHEST = 5;

    @Override
    public String name() {
        return "impossible_rating";
    }

    @Override
    public Optional<String> objection(Event event) {
        if (!(event instanceof Feedback feedback)
                || (feedback.rating() >= 0 && feedback.rating() <= HIGHEST)) {
            return Optional.empty();
        }
        return Optional.of(
                "The rating ("
                        + feedback.rating()
                        + ") of order ("
                        + feedback.order()
                        + ") must be 1 to 5, or 0 if none was given.");
    }
}

package io.quartermaster.domain.text;

import io.quartermaster.domain.event.Message;

/**
 * A message and what its words tell.
 *
 * @param message as cleaned
 * @param language ISO 639-1 code, und where it cannot be told
 * @param intent what it asks for, empty where no model judges that
 * @param confidence of the intent, 0 to 1
 * @param sentiment positive, negative or neutral, empty where no model judges that
 * @param score of the sentiment, -1 to 1
 * @param aspects its sentiment by aspect
 * @param problem why it cannot be judged, empty where it can
 */
public record JudgedMessage(
        Message message,
        String language,
        String intent,
        double confidence,
        String sentiment,
        double score,
        AspectScores aspects,
        String problem) {}

package io.quartermaster.domain.text;

/**
 * A question that was asked, or that a list of questions holds, and its answer.
 *
 * @param question as it was asked
 * @param answer what was answered, or its name
 */
public record PastAnswer(String question, String answer) {

    public PastAnswer {
        if (answer.isBlank()) {
            throw new IllegalArgumentException(
                    "The answer to the question (%s) is empty.\nMaybe leave the question out."
                            .formatted(ReadableText.shown(question)));
        }
    }
}

package io.quartermaster.domain.text;

/**
 * An answer that was given to a question like this one.
 *
 * @param answer empty where none is near
 * @param confidence how likely it fits, 0 to 1
 * @param problem why there is none and what to do; empty where there is one
 */
public record Suggestion(String answer, double confidence, String problem) {

    /** Whether a person should answer: what is suggested is less sure than asked. */
    public boolean isForAPerson(double least) {
        return answer.isEmpty() || confidence < least;
    }
}

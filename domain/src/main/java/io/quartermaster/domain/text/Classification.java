package io.quartermaster.domain.text;

/**
 * What a text is.
 *
 * @param label the likeliest, empty where the text cannot be judged
 * @param confidence its probability, 0 to 1
 * @param problem why the text cannot be judged and what to do; empty where it can
 */
public record Classification(String label, double confidence, String problem) {

    /** A text that cannot be judged. */
    static Classification impossible(String problem) {
        return new Classification("", 0, problem);
    }
}

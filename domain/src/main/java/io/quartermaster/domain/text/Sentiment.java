package io.quartermaster.domain.text;

/**
 * How a customer feels.
 *
 * @param label positive, negative or neutral: the likeliest, or neutral where it is undecided
 * @param confidence probability of the label; of an undecided one 1 less the score's size; 0 to 1
 * @param score probability of positive minus that of negative, -1 to 1
 */
public record Sentiment(String label, double confidence, double score) {}

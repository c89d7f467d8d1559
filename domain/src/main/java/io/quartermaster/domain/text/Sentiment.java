package io.quartermaster.domain.text;

/**
 * How a customer feels.
 *
 * @param label positive, negative or neutral: the likeliest
 * @param confidence probability of the label, 0 to 1
 * @param score probability of positive minus that of negative, -1 to 1
 */
public record Sentiment(String label, double confidence, double score) {}

package io.quartermaster.domain.brand;

/**
 * The judgement whose change makes the whole most consistent.
 *
 * @param first what is compared
 * @param second with what
 * @param judged how many times the first is worth the second, as judged
 * @param value what it should be: the value of least principal eigenvalue, all others kept
 * @param consistencyRatio Saaty's ratio that is left then
 */
public record Mending(
        String first, String second, double judged, double value, double consistencyRatio) {}

package io.quartermaster.domain.replenishment;

/**
 * A rule that a plan breaks.
 *
 * @param rule its name
 * @param detail where and by how much, in words
 */
public record PlanViolation(String rule, String detail) {}

package io.quartermaster.domain.event.generator;

import java.time.LocalDate;

/**
 * What a brand truly is. For scoring only.
 *
 * @param brand its name
 * @param quality of its goods, 0 to 1
 * @param awareness how well it is known, 0 to 1
 * @param supply how well its supplier keeps promises, 0 to 1
 * @param launchedOn first day of sale
 */
public record TrueBrand(
        String brand, double quality, double awareness, double supply, LocalDate launchedOn) {}

package io.quartermaster.domain.risk;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A risk that was raised, grew or passed on a day, and the stock that it concerns.
 *
 * @param kind supply_break, exit or concentration
 * @param subject brand, or the category of a concentration
 * @param supplier who delivers; of a concentration the largest; empty if not known
 * @param eventDay at whose end it was judged
 * @param state raised, worse or cleared
 * @param score 0 to 1; of a concentration its Herfindahl index
 * @param reason why, empty once it is cleared and nothing is left
 * @param exposedItems items with stock on hand
 * @param exposedUnits units on hand
 * @param exposedValue of these units at catalogue cost
 */
public record RiskAlert(
        String kind,
        String subject,
        String supplier,
        LocalDate eventDay,
        String state,
        double score,
        String reason,
        long exposedItems,
        long exposedUnits,
        BigDecimal exposedValue) {

    public static final String SUPPLY_BREAK = "supply_break";
    public static final String EXIT = "exit";
    public static final String CONCENTRATION = "concentration";

    /** How much lower than the alert a score must fall until it is cleared. */
    private static final double SLACK = 0.1;

    /** How much a score must grow to be told again. */
    private static final double GROWTH = 0.2;

    /**
     * What a score is news of, so that one that trembles about the limit is not told every day.
     *
     * @param told score that was told last, 0 if it was cleared or never told
     * @return raised, worse, cleared, or empty where it is no news
     */
    public static String news(double told, double score, double alertAt) {
        if (told == 0) {
            return score >= alertAt ? "raised" : "";
        }
        if (score < alertAt - SLACK) {
            return "cleared";
        }
        return score >= told + GROWTH ? "worse" : "";
    }
}

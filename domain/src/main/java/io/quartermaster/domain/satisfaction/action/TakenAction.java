package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.event.ActionKind;
import java.time.LocalDate;

/**
 * An action that was taken.
 *
 * @param id of its event
 * @param brand that acted
 * @param action its kind
 * @param subject what it is about, empty for all of the brand's
 * @param day it was taken
 * @param week number of that day's week
 */
public record TakenAction(
        String id, String brand, ActionKind action, String subject, LocalDate day, long week) {

    /** Whether both may help one indicator, and this one lies in the other's windows. */
    boolean disturbs(TakenAction other, ActionTerms terms) {
        boolean shares =
                ActionOption.helpedBy(action).stream()
                        .anyMatch(ActionOption.helpedBy(other.action)::contains);
        return shares
                && week >= other.week - terms.beforeWeeks() - terms.settleWeeks()
                && week <= terms.lastWeek(other.week);
    }
}

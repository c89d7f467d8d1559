package io.quartermaster.domain.satisfaction.action;

import java.time.LocalDate;

/**
 * The one action proposed about an indicator of an entity that falls.
 *
 * @param entityKind {@code brand} or {@code seller}
 * @param entity its name
 * @param eventDay last day of the weeks that are now
 * @param indicator that falls
 * @param action label of the kind of action
 * @param subject the item, place, term or kind of complaint
 * @param rateBefore bad rate of the weeks before, 0 to 1
 * @param rateNow bad rate of the weeks that are now
 * @param evidenceBefore trials of the weeks before
 * @param evidenceNow trials of the weeks that are now
 * @param change of the rate, drawn towards that of all entities
 * @param changeError its standard error
 * @param peersChange mean change of all entities, NaN where fewer than 3 are known
 * @param subjectEvents bad events of the subject now
 * @param subjectEvidence its trials now
 * @param referenceRate that the subject could have: the lower of its peers' now and its own before
 * @param expectedRate rate of the entity if the subject had it, or were gone
 * @param expectedIndicator what that adds to S_i
 * @param expectedScore what that adds to S, once the evidence of before has faded
 * @param reason the evidence in words
 */
public record SatisfactionAction(
        String entityKind,
        String entity,
        LocalDate eventDay,
        String indicator,
        String action,
        String subject,
        double rateBefore,
        double rateNow,
        double evidenceBefore,
        double evidenceNow,
        double change,
        double changeError,
        double peersChange,
        double subjectEvents,
        double subjectEvidence,
        double referenceRate,
        double expectedRate,
        double expectedIndicator,
        double expectedScore,
        String reason) {}

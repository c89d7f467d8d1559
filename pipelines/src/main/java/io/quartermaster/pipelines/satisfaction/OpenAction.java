package io.quartermaster.pipelines.satisfaction;

import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.satisfaction.action.ActionEffect;
import io.quartermaster.domain.satisfaction.action.SatisfactionAction;
import io.quartermaster.domain.satisfaction.action.TakenAction;
import io.quartermaster.domain.satisfaction.action.WeekNumber;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An action that was taken, with what was expected of it.
 *
 * @param id of its event
 * @param brand that acted
 * @param action its kind
 * @param subject what it is about, empty for all of the brand's
 * @param day it was taken
 * @param indicators that it was proposed for, and the score
 * @param expected change of the bad rate of each; of 1 - S for the score
 */
public record OpenAction(
        String id,
        String brand,
        ActionKind action,
        String subject,
        LocalDate day,
        String[] indicators,
        double[] expected) {

    /**
     * Of an event.
     *
     * @param proposals last ones about this brand
     */
    static OpenAction of(BrandAction event, LocalDate day, List<SatisfactionAction> proposals) {
        TreeMap<String, Double> expected = new TreeMap<>();
        for (SatisfactionAction proposal : proposals) {
            if (proposal.action().equals(event.action().label())) {
                expected.put(proposal.indicator(), proposal.expectedRate() - proposal.rateNow());
                expected.merge(ActionEffect.SCORE, -proposal.expectedScore(), Double::sum);
            }
        }
        return new OpenAction(
                event.id(),
                event.brand(),
                event.action(),
                event.subject(),
                day,
                expected.keySet().toArray(String[]::new),
                expected.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    TakenAction asTaken() {
        return new TakenAction(id, brand, action, subject, day, WeekNumber.of(day));
    }

    Map<String, Double> expectedByIndicator() {
        Map<String, Double> byIndicator = new HashMap<>();
        for (int i = 0; i < indicators.length; i++) {
            byIndicator.put(indicators[i], expected[i]);
        }
        return byIndicator;
    }
}

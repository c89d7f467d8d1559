package io.quartermaster.domain.satisfaction.action;

import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import java.util.Arrays;
import java.util.List;

/**
 * An action that may help an indicator, and what it would be about.
 *
 * @param action what is done
 * @param about what the subject is
 * @param only the one subject, empty where evidence chooses it
 */
public record ActionOption(ActionKind action, SubjectKind about, String only) {

    /** Terms that can be agreed anew. */
    public static final String FREIGHT = "freight";

    public static final String LEAD_TIME = "lead_time_days";

    /**
     * What may help, narrow before broad: the second is for what no single subject of the first
     * accounts for.
     */
    public static List<ActionOption> of(SatisfactionIndicator indicator) {
        return switch (indicator) {
            case RETURNS, QUALITY -> List.of(any(ActionKind.DELIST_ITEM, SubjectKind.ITEM));
            case COMPLAINTS -> List.of(any(ActionKind.ANSWER_COMPLAINT, SubjectKind.COMPLAINT));
            case SERVICE ->
                    List.of(
                            new ActionOption(
                                    ActionKind.ANSWER_COMPLAINT, SubjectKind.COMPLAINT, "service"));
            case RATING ->
                    List.of(
                            any(ActionKind.ANSWER_COMPLAINT, SubjectKind.COMPLAINT),
                            any(ActionKind.DELIST_ITEM, SubjectKind.ITEM));
            case PUNCTUALITY, SPEED -> List.of(any(ActionKind.CHANGE_CARRIER, SubjectKind.PLACE));
            case FILL_RATE ->
                    List.of(
                            any(ActionKind.RAISE_SAFETY_STOCK, SubjectKind.ITEM),
                            any(ActionKind.CHANGE_CARRIER, SubjectKind.PLACE));
            case PRICE -> List.of(term(FREIGHT));
            case STOCK_OUTS ->
                    List.of(any(ActionKind.RAISE_SAFETY_STOCK, SubjectKind.ITEM), term(LEAD_TIME));
        };
    }

    /** The indicators that an action may help, in order. */
    public static List<SatisfactionIndicator> helpedBy(ActionKind action) {
        return Arrays.stream(SatisfactionIndicator.values())
                .filter(indicator -> of(indicator).stream().anyMatch(o -> o.action == action))
                .toList();
    }

    private static ActionOption any(ActionKind action, SubjectKind about) {
        return new ActionOption(action, about, "");
    }

    private static ActionOption term(String name) {
        return new ActionOption(ActionKind.RENEGOTIATE_TERM, SubjectKind.TERM, name);
    }
}

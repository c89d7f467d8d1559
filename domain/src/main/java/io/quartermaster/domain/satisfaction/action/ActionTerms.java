package io.quartermaster.domain.satisfaction.action;

import java.io.Serializable;

/**
 * When an indicator falls, and how an action is measured. Weeks begin on Monday.
 *
 * @param beforeWeeks weeks that now is held against, and an action's weeks before it; 2 or more
 * @param nowWeeks weeks that are now; 1 or more
 * @param everyWeeks weeks between reviews; 1 or more
 * @param leastTrials that a window must have of an indicator; above 0
 * @param errors standard errors that a change must pass; 2.33 is passed once in a hundred where
 *     nothing changes
 * @param leastShare of what is too much, that one subject must account for to be acted on; 0 to 1
 * @param settleWeeks weeks left out from an action on, its own among them: parcels and returns of
 *     before are still under way; 1 or more
 * @param afterWeeks weeks after these that tell what the action did; 1 or more
 * @param peers most similar entities that it is held against; as many as leastPeers or more
 * @param leastPeers fewer say too little; 3 or more
 */
public record ActionTerms(
        int beforeWeeks,
        int nowWeeks,
        int everyWeeks,
        double leastTrials,
        double errors,
        double leastShare,
        int settleWeeks,
        int afterWeeks,
        int peers,
        int leastPeers)
        implements Serializable {

    public ActionTerms {
        atLeast("weeks before", beforeWeeks, 2);
        atLeast("weeks that are now", nowWeeks, 1);
        atLeast("weeks between reviews", everyWeeks, 1);
        atLeast("weeks to settle", settleWeeks, 1);
        atLeast("weeks after", afterWeeks, 1);
        atLeast("least peers", leastPeers, PeerChange.LEAST);
        atLeast("peers", peers, leastPeers);
        if (!(leastTrials > 0) || !(errors > 0) || !(leastShare >= 0 && leastShare <= 1)) {
            throw new IllegalArgumentException(
                    "The least trials (%s) and the errors (%s) must be above 0, the least share (%s) 0 to 1.\nMaybe 20, 2.33 and 0.25."
                            .formatted(leastTrials, errors, leastShare));
        }
    }

    /** Four weeks against eight, every four weeks; eight weeks after against eight before. */
    public static ActionTerms standard() {
        return new ActionTerms(8, 4, 4, 20, 2.33, 0.25, 2, 8, 8, 3);
    }

    /** The last week that tells of an action taken in this week. */
    public long lastWeek(long actionWeek) {
        return actionWeek + settleWeeks + afterWeeks - 1;
    }

    /** Whether an action may still lie in a window of one that is not measured yet. */
    public boolean matters(long actionWeek, long week) {
        return week <= actionWeek + beforeWeeks + 2L * settleWeeks + afterWeeks;
    }

    /** Weeks of evidence that must be kept. */
    public int keptWeeks() {
        return Math.max(beforeWeeks + settleWeeks + afterWeeks, beforeWeeks + nowWeeks);
    }

    private static void atLeast(String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The number of %s (%d) must be at least %d.".formatted(what, value, least));
        }
    }
}

package io.quartermaster.domain.risk;

import io.quartermaster.domain.event.BrandStage;
import java.util.ArrayList;
import java.util.List;

/**
 * Risk that a brand leaves: 1 once it has ended, 0.9 while it is suspended; where its last terms
 * end and no later ones follow, 0.8 after their last day, and from the notice on rising from 0.4.
 * Short of the end a fall of its offers or of its deliveries adds to that: with a of the above, the
 * risk is 1 - (1 - a) (1 - o) (1 - d), o = 0.5 x the ramp of the fall of its offers from 0.2 to
 * 0.8, d = 0.4 x the ramp of the fall of its deliveries from 0.5 to 1 ({@link Engagement}).
 *
 * @param score 0 to 1
 * @param reason why; empty if there is none
 */
public record ExitRisk(double score, String reason) {

    /** Last day of terms without an end. */
    public static final long OPEN = Long.MAX_VALUE;

    private static final double ENDED = 1;
    private static final double SUSPENDED = 0.9;
    private static final double TERMS_OVER = 0.8;
    private static final double TERMS_ENDING = 0.4;
    private static final double WORTH_SAYING = 0.1;

    /**
     * The risk of a brand whose offers and deliveries are seen too.
     *
     * @param agreed the risk by life cycle and terms
     * @param engagement how far its own doing has fallen off
     */
    public static ExitRisk of(ExitRisk agreed, Engagement engagement) {
        double offer = engagement.offerPart();
        double activity = engagement.activityPart();
        if (agreed.score() == ENDED || offer + activity == 0) {
            return agreed;
        }
        List<String> words = new ArrayList<>();
        if (!agreed.reason().isEmpty()) {
            words.add(agreed.reason());
        }
        if (offer >= WORTH_SAYING) {
            words.add(engagement.offerWords());
        }
        if (activity >= WORTH_SAYING) {
            words.add(engagement.activityWords());
        }
        return new ExitRisk(
                1 - (1 - agreed.score()) * (1 - offer) * (1 - activity), String.join("; ", words));
    }

    /**
     * The risk of a brand by life cycle and terms alone.
     *
     * @param stage where it stands, a {@link BrandStage}; empty if not known
     * @param note why it came to that stage, empty if not said
     * @param lastDayOfTerms epoch day, {@link #OPEN} without an end or without terms
     * @param day epoch day of judging
     */
    public static ExitRisk of(
            String stage, String note, long lastDayOfTerms, long day, SupplyRiskRules rules) {
        String why = note.isEmpty() ? "" : " (" + note + ")";
        if (stage.equals(BrandStage.ENDED.name())) {
            return new ExitRisk(ENDED, "cooperation ended" + why);
        }
        if (stage.equals(BrandStage.SUSPENDED.name())) {
            return new ExitRisk(SUSPENDED, "cooperation suspended" + why);
        }
        if (lastDayOfTerms == OPEN || lastDayOfTerms - day > rules.noticeDays()) {
            return new ExitRisk(0, "");
        }
        long left = lastDayOfTerms - day;
        if (left < 0) {
            return new ExitRisk(TERMS_OVER, "terms ended and none follow");
        }
        double near = 1 - (double) left / (rules.noticeDays() + 1);
        return new ExitRisk(
                TERMS_ENDING + (TERMS_OVER - TERMS_ENDING) * near,
                "terms end in %d days and none follow".formatted(left));
    }
}

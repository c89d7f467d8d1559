package io.quartermaster.domain.brand;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of one brand when it is judged.
 *
 * @param brand name of the brand
 * @param stage last step of its life cycle, null if none was reported
 * @param offer last offer, null if none
 * @param terms versions that were agreed, in the order they came, less those over when one came
 * @param figures last live figures, null if none
 * @param satisfaction last score, NaN if none
 * @param satisfactionEvidence harmonic mean of the counts behind its indicators
 * @param answerDays days from its offer to its first terms, NaN if it has not come so far
 * @param experts who rated it, in alphabetical order
 * @param expertRatings by expert, then criterion; NaN where not rated
 * @param lastParts parts of its last score, null before the first
 * @param lastRatings ratings of its last score, null before the first
 */
public record BrandDossier(
        String brand,
        BrandStage stage,
        BrandOffer offer,
        BrandTerms[] terms,
        BrandFigures figures,
        double satisfaction,
        double satisfactionEvidence,
        double answerDays,
        String[] experts,
        double[] expertRatings,
        double[] lastParts,
        double[] lastRatings) {

    private static final int CRITERIA = BrandCriterion.values().length;

    public static BrandDossier of(String brand) {
        return new BrandDossier(
                brand,
                null,
                null,
                new BrandTerms[0],
                null,
                Double.NaN,
                0,
                Double.NaN,
                new String[0],
                new double[0],
                null,
                null);
    }

    public BrandDossier with(BrandStage entered) {
        return new BrandDossier(
                brand,
                entered,
                offer,
                terms,
                figures,
                satisfaction,
                satisfactionEvidence,
                answerDays,
                experts,
                expertRatings,
                lastParts,
                lastRatings);
    }

    public BrandDossier with(BrandOffer made) {
        return new BrandDossier(
                brand,
                stage,
                made,
                terms,
                figures,
                satisfaction,
                satisfactionEvidence,
                answerDays,
                experts,
                expertRatings,
                lastParts,
                lastRatings);
    }

    public BrandDossier with(BrandTerms agreed) {
        boolean first = terms.length == 0 && offer != null;
        return new BrandDossier(
                brand,
                stage,
                offer,
                stillOpen(agreed),
                figures,
                satisfaction,
                satisfactionEvidence,
                first ? daysSinceOffer(agreed) : answerDays,
                experts,
                expertRatings,
                lastParts,
                lastRatings);
    }

    /** With the new ones; those that were over before are left out, since days only go forward. */
    private BrandTerms[] stillOpen(BrandTerms agreed) {
        LocalDate dayBefore = agreed.time().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        return Stream.concat(
                        Arrays.stream(terms)
                                .filter(
                                        one ->
                                                one.validTo() == null
                                                        || !one.validTo().isBefore(dayBefore)),
                        Stream.of(agreed))
                .toArray(BrandTerms[]::new);
    }

    /** The terms that bind on a day; empty before the first and after the last. */
    public Optional<BrandTerms> termsOn(LocalDate day) {
        return BrandTerms.binding(Arrays.stream(terms), day);
    }

    private double daysSinceOffer(BrandTerms agreed) {
        return Math.max(0, Duration.between(offer.time(), agreed.time()).toHours() / 24.0);
    }

    public BrandDossier with(BrandFigures live) {
        return new BrandDossier(
                brand,
                stage,
                offer,
                terms,
                live,
                satisfaction,
                satisfactionEvidence,
                answerDays,
                experts,
                expertRatings,
                lastParts,
                lastRatings);
    }

    public BrandDossier withSatisfaction(double score, double evidence) {
        return new BrandDossier(
                brand,
                stage,
                offer,
                terms,
                figures,
                score,
                evidence,
                answerDays,
                experts,
                expertRatings,
                lastParts,
                lastRatings);
    }

    public BrandDossier scored(BrandScore score) {
        return new BrandDossier(
                brand,
                stage,
                offer,
                terms,
                figures,
                satisfaction,
                satisfactionEvidence,
                answerDays,
                experts,
                expertRatings,
                score.parts(),
                score.ratings());
    }

    /** An expert's rating; a later one replaces an earlier one. */
    public BrandDossier rated(String expert, BrandCriterion criterion, double rating) {
        int place = Arrays.binarySearch(experts, expert);
        BrandDossier room = place >= 0 ? this : withRoomFor(expert, -place - 1);
        double[] ratings = room.expertRatings.clone();
        int row = Arrays.binarySearch(room.experts, expert);
        ratings[row * CRITERIA + criterion.index()] = rating;
        return room.withExperts(room.experts, ratings);
    }

    private BrandDossier withRoomFor(String expert, int place) {
        String[] names = new String[experts.length + 1];
        System.arraycopy(experts, 0, names, 0, place);
        names[place] = expert;
        System.arraycopy(experts, place, names, place + 1, experts.length - place);
        double[] ratings = new double[names.length * CRITERIA];
        Arrays.fill(ratings, Double.NaN);
        System.arraycopy(expertRatings, 0, ratings, 0, place * CRITERIA);
        System.arraycopy(
                expertRatings,
                place * CRITERIA,
                ratings,
                (place + 1) * CRITERIA,
                expertRatings.length - place * CRITERIA);
        return withExperts(names, ratings);
    }

    private BrandDossier withExperts(String[] names, double[] ratings) {
        return new BrandDossier(
                brand,
                stage,
                offer,
                terms,
                figures,
                satisfaction,
                satisfactionEvidence,
                answerDays,
                names,
                ratings,
                lastParts,
                lastRatings);
    }

    /** Mean of the experts' ratings of one criterion, NaN if nobody rated it. */
    public double expertRating(BrandCriterion criterion) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < experts.length; row++) {
            double rating = expertRatings[row * CRITERIA + criterion.index()];
            if (!Double.isNaN(rating)) {
                sum += rating;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Whether the platform deals with it; a rating or a search alone does not make a brand. */
    public boolean isKnown() {
        return offer != null
                || terms.length > 0
                || stage != null
                || !Double.isNaN(satisfaction)
                || (figures != null && figures.items() > 0);
    }

    /** Its category: of its items, else of its offer. */
    public String category() {
        if (figures != null && !figures.category().isEmpty()) {
            return figures.category();
        }
        return offer == null ? "" : offer.category();
    }

    /** Its stage; a brand of which only items are known is taken for contracted. */
    public BrandStage stageOrImplied() {
        if (stage != null) {
            return stage;
        }
        return offer == null ? BrandStage.CONTRACTED : BrandStage.PROSPECT;
    }
}

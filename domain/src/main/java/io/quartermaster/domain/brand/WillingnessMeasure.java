package io.quartermaster.domain.brand;

import io.quartermaster.domain.event.BrandTerms;
import java.util.Optional;

/**
 * How much a brand wants to work with the platform: mean of margin / 0.6 (of its offer), 0.5 + 2 (1
 * - cost factor) (of the terms that bind on the day) and 1 / (1 + days / 14), days from its offer
 * to its first terms. n = 10 for the offer, 10 for each version up to the one that binds.
 */
final class WillingnessMeasure {

    private static final double FULL_MARGIN = 0.6;
    private static final double ANSWER_DAYS = 14;
    private static final double AGREED = 10;
    private static final double[] WEIGHTS = {1, 1, 1};

    private WillingnessMeasure() {}

    static Measured of(BrandDossier dossier, Market market) {
        Optional<BrandTerms> terms = dossier.termsOn(market.day());
        if (dossier.offer() == null && terms.isEmpty()) {
            return Measured.NOTHING;
        }
        int versions = terms.map(BrandTerms::version).orElse(0);
        double[] parts = {
            margin(dossier),
            terms.map(WillingnessMeasure::discount).orElse(Double.NaN),
            1 / (1 + dossier.answerDays() / ANSWER_DAYS)
        };
        return new Measured(
                Measured.mean(parts, WEIGHTS),
                AGREED * ((double) versions + (dossier.offer() == null ? 0 : 1)));
    }

    private static double margin(BrandDossier dossier) {
        if (dossier.offer() == null) {
            return Double.NaN;
        }
        double list = dossier.offer().listPrice().doubleValue();
        double margin = 1 - dossier.offer().unitCost().doubleValue() / list;
        return Measured.limited(margin / FULL_MARGIN);
    }

    private static double discount(BrandTerms terms) {
        return Measured.limited(0.5 + 2 * (1 - terms.costFactor().doubleValue()));
    }
}

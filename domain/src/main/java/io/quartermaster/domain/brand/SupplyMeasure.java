package io.quartermaster.domain.brand;

import io.quartermaster.domain.event.BrandTerms;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How well a brand is supplied, as the mean of what is known of
 *
 * <ul>
 *   <li>0.4: units that came by the promised time over due units
 *   <li>0.2: units that came at all over due units
 *   <li>0.2: 1 / (1 + lead time / 14 days)
 *   <li>0.1: 1 / (1 + standard deviation of the delay / 3 days), from two arrivals on
 *   <li>0.1: 2 (1 - u), 1 at most, u = due units a day since the first sale over the capacity a day
 * </ul>
 *
 * n = deliveries. Before the first one the lead time alone, as 5. Lead time and capacity are of the
 * terms that bind on the day; where none do, the lead time is the offer's and no capacity known.
 */
final class SupplyMeasure {

    private static final double[] WEIGHTS = {0.4, 0.2, 0.2, 0.1, 0.1};
    private static final double LEAD_TIME_DAYS = 14;
    private static final double SPREAD_DAYS = 3;
    private static final double PROMISED = 5;

    private SupplyMeasure() {}

    static Measured of(BrandDossier dossier, Market market) {
        double quick = 1 / (1 + leadTimeDays(dossier, market) / LEAD_TIME_DAYS);
        BrandFigures figures = dossier.figures();
        double due = figures == null ? 0 : figures.sum(BrandEvidence.SUPPLIED_DUE_UNITS);
        if (due <= 0) {
            return Double.isNaN(quick) ? Measured.NOTHING : new Measured(quick, PROMISED);
        }
        double[] parts = {
            figures.sum(BrandEvidence.SUPPLIED_ON_TIME_UNITS) / due,
            Measured.limited(figures.sum(BrandEvidence.SUPPLIED_UNITS) / due),
            quick,
            steadiness(figures),
            room(dossier, market)
        };
        return new Measured(Measured.mean(parts, WEIGHTS), figures.sum(BrandEvidence.SUPPLIES));
    }

    private static double leadTimeDays(BrandDossier dossier, Market market) {
        Optional<BrandTerms> terms = dossier.termsOn(market.day());
        if (terms.isPresent()) {
            return terms.get().leadTimeDays();
        }
        return dossier.offer() == null ? Double.NaN : dossier.offer().leadTimeDays();
    }

    private static double steadiness(BrandFigures figures) {
        double arrivals = figures.sum(BrandEvidence.ARRIVALS);
        if (arrivals < 2) {
            return Double.NaN;
        }
        double mean = figures.sum(BrandEvidence.DELAY_DAYS) / arrivals;
        double variance = figures.sum(BrandEvidence.DELAY_SQUARES) / arrivals - mean * mean;
        return 1 / (1 + Math.sqrt(Math.max(0, variance)) / SPREAD_DAYS);
    }

    private static double room(BrandDossier dossier, Market market) {
        BrandFigures figures = dossier.figures();
        Optional<BrandTerms> terms = dossier.termsOn(market.day());
        if (terms.isEmpty() || figures.firstSale() == null) {
            return Double.NaN;
        }
        double days = ChronoUnit.DAYS.between(figures.firstSale(), market.day()) + 1.0;
        double perDay = figures.sum(BrandEvidence.SUPPLIED_DUE_UNITS) / market.lastingDays(days);
        return Measured.limited(2 * (1 - perDay / terms.get().capacityPerDay()));
    }
}

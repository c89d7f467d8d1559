package io.quartermaster.domain.event.generator;

import io.quartermaster.domain.event.BrandOffer;
import io.quartermaster.domain.event.BrandStage;
import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.LifeCycleStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What happens between the platform and one brand: offered, judged, on trial, contracted, ended.
 */
final class BrandStory {

    private static final String SOURCE = "brands";
    private static final int SUSPENSION_DAYS = 10;

    private final MarketplaceOptions options;
    private final BrandProfile brand;
    private final List<SkuProfile> skus;
    private final Draws draws;

    BrandStory(MarketplaceOptions options, BrandProfile brand, List<SkuProfile> skus) {
        this.options = options;
        this.brand = brand;
        this.skus = skus;
        this.draws = Draws.of(options.seed(), "story", brand.index());
    }

    void tell(EventLog log) {
        ExpertPanel panel = new ExpertPanel(options);
        double innovation = brand.index() == 0 ? 0.7 : draws.between(0.1, 0.9);
        log.add(offer(log.hour(brand.offered(), 8), innovation));
        step(log, brand.offered(), 9, BrandStage.PROSPECT, "offered " + skus.size() + " items");
        panel.rate(log, brand, innovation, brand.judged());
        step(log, brand.judged(), 16, BrandStage.EVALUATED, "rated by experts");
        terms(log, 1, brand.trial(), "trial");
        step(log, brand.trial(), 12, BrandStage.TRIAL, "trial terms agreed");
        if (brand.contracted() < options.days()) {
            panel.rate(log, brand, innovation, Math.max(brand.launched(), brand.contracted() - 2));
            terms(log, 2, brand.contracted(), "contract");
            step(log, brand.contracted(), 12, BrandStage.CONTRACTED, "trial went well");
        }
        if (brand.ended() < options.days()) {
            int suspended = Math.max(brand.launched() + 1, brand.ended() - SUSPENSION_DAYS);
            step(log, suspended, 12, BrandStage.SUSPENDED, "sells what is left");
            step(log, brand.ended(), 0, BrandStage.ENDED, "not renewed");
        }
    }

    /** Units that the supplier delivers a day for this brand: thrice what an order day asks for. */
    static long capacity(BrandProfile brand, List<SkuProfile> skus) {
        double units = skus.stream().mapToDouble(SkuProfile::base).sum();
        return 10 * (long) Math.ceil(units * brand.orderEveryDays() * 3 / 10);
    }

    private BrandOffer offer(Instant time, double innovation) {
        return new BrandOffer(
                "offer-" + brand.index(),
                time,
                SOURCE,
                brand.name(),
                brand.category().label(),
                brand.supplier(),
                skus.size(),
                mean(true),
                mean(false),
                Marketplace.CURRENCY,
                Math.round(innovation * 100) / 100.0,
                capacity(brand, skus),
                brand.leadTimeDays());
    }

    private void terms(EventLog log, int version, int day, String why) {
        boolean trialThatEnds = version == 1 && brand.contracted() < options.days();
        LocalDate trialEnd = trialThatEnds ? log.date(brand.launched() + 90) : null;
        LocalDate end = brand.ended() < options.days() ? log.date(brand.ended() - 1) : trialEnd;
        log.add(
                BrandTerms.plain(
                        "terms-" + brand.index() + "-" + why,
                        log.hour(day, 11),
                        SOURCE,
                        brand.name(),
                        brand.supplier(),
                        version,
                        brand.leadTimeDays(),
                        2L * brand.packUnits(),
                        brand.packUnits(),
                        costFactor(version),
                        capacity(brand, skus),
                        brand.orderEveryDays(),
                        log.date(day),
                        end));
    }

    private void step(EventLog log, int day, int hour, BrandStage stage, String note) {
        String id = "step-" + brand.index() + "-" + stage.name().toLowerCase(Locale.ROOT);
        log.add(new LifeCycleStep(id, log.hour(day, hour), SOURCE, brand.name(), stage, note));
    }

    static BigDecimal costFactor(int version) {
        return new BigDecimal(version == 1 ? "1.00" : "0.95");
    }

    private BigDecimal mean(boolean cost) {
        double sum = 0;
        for (SkuProfile sku : skus) {
            sum += sku.listPrice() * (cost ? sku.costShare() : 1);
        }
        return BigDecimal.valueOf(sum / skus.size()).setScale(2, RoundingMode.HALF_UP);
    }
}

package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.generator.Flaw;
import io.quartermaster.domain.event.generator.Marketplace;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import io.quartermaster.domain.event.generator.MarketplaceSink;
import io.quartermaster.domain.event.generator.TrueCampaign;
import io.quartermaster.domain.event.generator.TrueDemand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Campaigns of generated marketplaces, of which it is known what they truly added. */
class GeneratedLiftTest {

    private static final double LEVEL = 0.8;

    private int measured;
    private int covered;
    private double error;
    private double truth;

    @Test
    void holdsTheTrueLiftAboutAsOftenAsItSays() {
        for (int seed = 1; seed <= 4; seed++) {
            measure(MarketplaceOptions.defaults().withSize(12, 48, 420).withDirt(0).withSeed(seed));
        }
        assertThat(measured).isGreaterThan(20);
        assertThat(covered / (double) measured).isBetween(0.65, 0.95);
        assertThat(Math.abs(error) / truth).isLessThan(0.15);
    }

    private void measure(MarketplaceOptions options) {
        Seen seen = new Seen(options.firstDay());
        Marketplace.generate(options, seen);
        for (TrueCampaign campaign : seen.truth) {
            CampaignOutcome outcome = seen.outcome(campaign);
            assertThat(outcome.note()).as(campaign.campaign()).isEmpty();
            boolean isIn =
                    outcome.liftLow() <= campaign.liftUnits()
                            && campaign.liftUnits() <= outcome.liftHigh();
            measured++;
            covered += isIn ? 1 : 0;
            error += outcome.lift() - campaign.liftUnits();
            truth += campaign.liftUnits();
        }
    }

    /** What was sold, by item, place and day. */
    private static final class Seen implements MarketplaceSink {
        private final LocalDate first;
        private final Map<String, Campaign> campaigns = new HashMap<>();
        private final Map<String, String> brands = new HashMap<>();
        private final List<OrderLine> orders = new ArrayList<>();
        private final List<TrueCampaign> truth = new ArrayList<>();

        private Seen(LocalDate first) {
            this.first = first;
        }

        @Override
        public void event(EventKind kind, Event event, Flaw flaw) {
            if (event instanceof Campaign campaign) {
                campaigns.put(campaign.campaign(), campaign);
            } else if (event instanceof CatalogueItem item) {
                brands.put(item.item(), item.brand());
            } else if (event instanceof OrderLine line) {
                orders.add(line);
            }
        }

        @Override
        public void truth(TrueDemand demand) {}

        @Override
        public void truth(TrueCampaign campaign) {
            truth.add(campaign);
        }

        private CampaignOutcome outcome(TrueCampaign of) {
            Campaign campaign = campaigns.get(of.campaign());
            List<CampaignLedger.Entry> entries = new ArrayList<>();
            entries.add(new CampaignLedger.Entry(first.toEpochDay(), 0, 0, 1, false));
            for (OrderLine line : orders) {
                LocalDate day = LocalDate.ofInstant(line.time(), ZoneOffset.UTC);
                if (isOf(campaign, line)) {
                    entries.add(
                            new CampaignLedger.Entry(
                                    day.toEpochDay(),
                                    line.units(),
                                    line.unitPrice().doubleValue(),
                                    1,
                                    isTouched(line, day)));
                }
            }
            return CampaignLedger.of(entries, campaign.endsOn().toEpochDay())
                    .measure(campaign, LEVEL, Instant.EPOCH);
        }

        private boolean isTouched(OrderLine line, LocalDate day) {
            return campaigns.values().stream()
                    .anyMatch(campaign -> campaign.holdsOn(day) && isOf(campaign, line));
        }

        private boolean isOf(Campaign campaign, OrderLine line) {
            return campaign.brand().equals(brands.get(line.item()))
                    && campaign.isForItem(line.item())
                    && campaign.isForPlace(line.place());
        }
    }
}

package io.quartermaster.domain.event.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedItemTest {

    @Test
    void wantsWhatAMarketplaceWithoutCampaignsWants() {
        MarketplaceOptions options =
                MarketplaceOptions.defaults().withSize(4, 8, 90).withSeed(7).withCampaigns(false);
        Map<String, int[]> truth = new HashMap<>();
        Marketplace.generate(
                options,
                new MarketplaceSink() {
                    @Override
                    public void event(EventKind kind, Event event, Flaw flaw) {}

                    @Override
                    public void truth(TrueDemand demand) {
                        int day = (int) ChronoUnit.DAYS.between(options.firstDay(), demand.day());
                        truth.computeIfAbsent(demand.item(), any -> new int[90])[day] +=
                                demand.trueDemand();
                    }
                });
        assertThat(truth).hasSize(8);
        for (GeneratedItem item : Marketplace.items(options)) {
            assertThat(item.units()).as(item.item()).isEqualTo(truth.get(item.item()));
            assertThat(item.unitCost()).isPositive().isLessThan(item.listPrice());
            assertThat(item.leadTimeDays()).isPositive();
        }
    }
}

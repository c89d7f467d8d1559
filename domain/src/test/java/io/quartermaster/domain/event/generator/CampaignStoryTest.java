package io.quartermaster.domain.event.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.Campaign;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CampaignStoryTest {

    private static final MarketplaceOptions OPTIONS =
            MarketplaceOptions.defaults().withDirt(0).withSize(12, 48, 420);
    private static final Seen WITH = Seen.of(OPTIONS);
    private static final Seen WITHOUT = Seen.of(OPTIONS.withCampaigns(false));

    private static final List<Campaign> CAMPAIGNS = WITH.all(EventKind.CAMPAIGNS, Campaign.class);
    private static final Map<String, String> BRANDS =
            WITH.all(EventKind.ITEMS, CatalogueItem.class).stream()
                    .collect(
                            Collectors.toMap(
                                    CatalogueItem::item, CatalogueItem::brand, (a, b) -> a));

    @Test
    void runsNoneUnlessAskedFor() {
        assertThat(WITHOUT.all(EventKind.CAMPAIGNS, Campaign.class)).isEmpty();
        assertThat(WITHOUT.trueCampaigns).isEmpty();
        assertThat(WITH.trueCampaigns).hasSizeGreaterThan(3);
    }

    @Test
    void addsToWhatIsWantedOnItsDaysAlone() {
        Map<String, Integer> without = new HashMap<>();
        WITHOUT.truth.forEach(row -> without.put(key(row), row.trueDemand()));
        long more = 0;
        for (TrueDemand row : WITH.truth) {
            int added = row.trueDemand() - without.get(key(row));
            assertThat(added).isGreaterThanOrEqualTo(0);
            if (added > 0) {
                assertThat(CAMPAIGNS)
                        .anyMatch(
                                campaign -> touches(campaign, row.item(), row.place(), row.day()));
            }
            more += added;
        }
        assertThat(more)
                .isEqualTo(WITH.trueCampaigns.stream().mapToLong(TrueCampaign::liftUnits).sum())
                .isPositive();
    }

    @Test
    void leavesBrandsWithoutCampaignsAsTheyWere() {
        Set<String> brands = CAMPAIGNS.stream().map(Campaign::brand).collect(Collectors.toSet());
        assertThat(brands).doesNotContain(MarketplaceOptions.NEW_BRAND);
        assertThat(unitsAndPrices(WITH, brands)).isEqualTo(unitsAndPrices(WITHOUT, brands));
    }

    @Test
    void tellsOfCampaignsBeforeTheyStartAndCorrectsSome() {
        assertThat(CAMPAIGNS)
                .allSatisfy(
                        campaign ->
                                assertThat(campaign.time())
                                        .isBefore(
                                                campaign.startsOn()
                                                        .atStartOfDay(ZoneOffset.UTC)
                                                        .toInstant()))
                .anySatisfy(campaign -> assertThat(campaign.version()).isEqualTo(2));
        WITH.trueCampaigns.forEach(
                truth ->
                        assertThat(CAMPAIGNS)
                                .anyMatch(
                                        campaign ->
                                                campaign.campaign().equals(truth.campaign())
                                                        && campaign.endsOn()
                                                                .equals(truth.endsOn())));
    }

    @Test
    void takesItsDiscountOffThePricePaid() {
        Campaign cheaper =
                CAMPAIGNS.stream()
                        .filter(campaign -> campaign.discount() > 0)
                        .max(Comparator.comparing(Campaign::version))
                        .orElseThrow();
        List<OrderLine> lines =
                WITH.all(EventKind.ORDERS, OrderLine.class).stream()
                        .filter(line -> touches(cheaper, line.item(), line.place(), day(line)))
                        .filter(line -> !line.promotion())
                        .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(
                        line ->
                                assertThat(
                                                line.discount().doubleValue()
                                                        / line.discount()
                                                                .add(line.unitPrice())
                                                                .doubleValue())
                                        .isCloseTo(cheaper.discount(), within(0.01)));
    }

    private static boolean touches(Campaign campaign, String item, String place, LocalDate day) {
        return campaign.brand().equals(BRANDS.get(item))
                && campaign.isForItem(item)
                && campaign.isForPlace(place)
                && campaign.holdsOn(day);
    }

    private static Map<String, String> unitsAndPrices(Seen seen, Set<String> butBrands) {
        return seen.all(EventKind.ORDERS, OrderLine.class).stream()
                .filter(line -> !butBrands.contains(BRANDS.get(line.item())))
                .collect(
                        Collectors.toMap(
                                OrderLine::id, line -> line.units() + " at " + line.unitPrice()));
    }

    private static LocalDate day(OrderLine line) {
        return LocalDate.ofInstant(line.time(), ZoneOffset.UTC);
    }

    private static String key(TrueDemand row) {
        return row.item() + row.place() + row.day();
    }
}

package io.quartermaster.domain.event.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.event.ActionDecision;
import io.quartermaster.domain.event.ActionKind;
import io.quartermaster.domain.event.BrandAction;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ActionStoryTest {

    private static final double EFFECT = 0.7;
    private static final MarketplaceOptions QUIET =
            MarketplaceOptions.defaults().withSize(40, 160, 200).withSeed(3).withDirt(0);
    private static final Seen SEEN = Seen.of(QUIET.withActionEffect(EFFECT));
    private static final Seen TWIN = Seen.of(QUIET);
    private static final List<BrandAction> ACTIONS = SEEN.all(EventKind.ACTIONS, BrandAction.class);

    @Test
    void tellsActionsOfEveryKindTakenAndDeclined() {
        assertThat(ACTIONS).extracting(BrandAction::action).contains(ActionKind.values());
        assertThat(ACTIONS).extracting(BrandAction::decision).contains(ActionDecision.values());
        assertThat(TWIN.all(EventKind.ACTIONS, BrandAction.class)).isEmpty();
    }

    @Test
    void leavesBrandsThatDoNotActAsTheyWere() {
        Map<String, String> brands = brands();
        Predicate<OrderLine> quiet = line -> taken(brands.get(line.item())) == null;
        assertThat(lines(SEEN).stream().filter(quiet).toList())
                .hasSizeGreaterThan(1000)
                .isEqualTo(lines(TWIN).stream().filter(quiet).toList());
    }

    @Test
    void cutsLatenessFromItsDayOnAndNotBefore() {
        double[] before = new double[2];
        double[] after = new double[2];
        for (BrandAction action : taken(ActionKind.CHANGE_CARRIER)) {
            add(before, late(SEEN, action, false), late(TWIN, action, false));
            add(after, late(SEEN, action, true), late(TWIN, action, true));
        }
        assertThat(before[0]).isPositive().isEqualTo(before[1]);
        double error = Math.sqrt(EFFECT * (1 - EFFECT) / after[1]);
        assertThat(after[0] / after[1]).isCloseTo(1 - EFFECT, within(3 * error));
    }

    @Test
    void sellsADelistedItemNoMore() {
        for (BrandAction action : taken(ActionKind.DELIST_ITEM)) {
            assertThat(lines(SEEN).stream().filter(line -> line.item().equals(action.subject())))
                    .isNotEmpty()
                    .allMatch(line -> line.time().isBefore(action.time()));
            assertThat(returns(SEEN, action.subject()))
                    .isGreaterThan(returns(TWIN, action.subject()));
        }
    }

    @Test
    void refusesAnEffectThatIsNoShare() {
        assertThatThrownBy(() -> QUIET.withActionEffect(1.5))
                .hasMessage(
                        "The effect of actions (1.5) must be 0 to 1.\nMaybe 0.6: what is bad becomes rarer by so much.");
    }

    private static void add(double[] sums, long one, long two) {
        sums[0] += one;
        sums[1] += two;
    }

    private static long late(Seen seen, BrandAction action, boolean after) {
        Map<String, String> brands = brands();
        return seen.all(EventKind.DELIVERIES, Delivery.class).stream()
                .filter(delivery -> delivery.direction() == DeliveryDirection.OUTBOUND)
                .filter(delivery -> action.brand().equals(brands.get(delivery.item())))
                .filter(delivery -> delivery.place().equals(action.subject()))
                .filter(delivery -> delivery.deliveredAt() != null)
                .filter(delivery -> delivery.deliveredAt().isAfter(delivery.promisedAt()))
                // A promise is three days, so this tells when it was ordered.
                .filter(
                        delivery ->
                                delivery.promisedAt()
                                                .minusSeconds(
                                                        86_400L
                                                                * (delivery.place()
                                                                                .equals("place-1")
                                                                        ? 3
                                                                        : 4))
                                                .isBefore(action.time())
                                        != after)
                .count();
    }

    private static long returns(Seen seen, String item) {
        return seen.all(EventKind.RETURNS, ReturnLine.class).stream()
                .filter(line -> !line.cancellation() && line.item().equals(item))
                .count();
    }

    private static List<BrandAction> taken(ActionKind kind) {
        List<BrandAction> taken =
                ACTIONS.stream()
                        .filter(action -> action.decision() == ActionDecision.TAKEN)
                        .filter(action -> action.action() == kind)
                        .toList();
        assertThat(taken).isNotEmpty();
        return taken;
    }

    private static BrandAction taken(String brand) {
        return ACTIONS.stream()
                .filter(action -> action.brand().equals(brand))
                .filter(action -> action.decision() == ActionDecision.TAKEN)
                .findFirst()
                .orElse(null);
    }

    private static List<OrderLine> lines(Seen seen) {
        return seen.all(EventKind.ORDERS, OrderLine.class);
    }

    private static Map<String, String> brands() {
        Map<String, String> brands = new HashMap<>();
        SEEN.all(EventKind.ITEMS, CatalogueItem.class)
                .forEach(item -> brands.put(item.item(), item.brand()));
        return brands;
    }
}

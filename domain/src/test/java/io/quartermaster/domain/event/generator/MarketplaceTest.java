package io.quartermaster.domain.event.generator;

import static io.quartermaster.domain.event.generator.DefaultMarketplace.OPTIONS;
import static io.quartermaster.domain.event.generator.DefaultMarketplace.SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.event.Event;
import io.quartermaster.domain.event.EventKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketplaceTest {

    @Test
    void leavesEventsOfEveryKindInTimeOrder() {
        assertThat(SEEN.sound.keySet())
                .isEqualTo(
                        EnumSet.complementOf(
                                EnumSet.of(
                                        EventKind.ACTIONS,
                                        EventKind.PURCHASE_STEPS,
                                        EventKind.ITEM_VECTORS,
                                        EventKind.ERASURES)));
        SEEN.sound
                .values()
                .forEach(
                        events ->
                                assertThat(events)
                                        .isSortedAccordingTo(
                                                (a, b) -> a.time().compareTo(b.time())));
    }

    @Test
    void givesEveryEventOfAKindAnIdOfItsOwn() {
        SEEN.sound
                .values()
                .forEach(
                        events -> assertThat(events).extracting(Event::id).doesNotHaveDuplicates());
    }

    @Test
    void keepsWithinItsDays() {
        Instant start = OPTIONS.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = OPTIONS.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        SEEN.sound
                .values()
                .forEach(
                        events -> {
                            assertThat(events.get(0).time()).isAfterOrEqualTo(start);
                            assertThat(events.get(events.size() - 1).time()).isBefore(end);
                        });
    }

    @Test
    void isOfAModestSize() {
        assertThat(SEEN.flaws.values().stream().mapToInt(Integer::intValue).sum())
                .isBetween(150_000, 300_000);
    }

    @Test
    void spoilsOneToThreePerCentOfTheRecords() {
        double all = SEEN.flaws.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(1 - SEEN.flaws.get(Flaw.NONE) / all).isBetween(0.01, 0.03);
        assertThat(SEEN.flaws.keySet()).containsExactlyInAnyOrder(Flaw.values());
    }

    @Test
    void leavesOldItemsAsTheyWereWhenItGrows() {
        MarketplaceOptions small = OPTIONS.withSize(4, 8, 60);
        MarketplaceOptions large = OPTIONS.withSize(4, 16, 60);
        List<TrueDemand> few = Seen.of(small).truth;
        assertThat(Seen.of(large).truth).containsAll(few);
    }

    @Test
    void drawsAnotherMarketplaceFromAnotherSeed() {
        MarketplaceOptions small = OPTIONS.withSize(3, 6, 60);
        assertThat(Seen.of(small.withSeed(2)).truth).isNotEqualTo(Seen.of(small).truth);
        assertThat(Seen.of(small).sound).isEqualTo(Seen.of(small).sound);
    }

    @Test
    void refusesSizesThatMakeNoSense() {
        assertThatThrownBy(() -> OPTIONS.withSize(12, 5, 420))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of skus (5) must be 12 or more.");
        assertThatThrownBy(() -> OPTIONS.withDirt(0.5))
                .hasMessage("The dirt (0.5) must be 0 to 0.2.\nMaybe 0.01.");
    }
}

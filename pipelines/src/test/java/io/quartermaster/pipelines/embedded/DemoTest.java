package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.generator.MarketplaceOptions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoTest {

    private static final MarketplaceOptions MARKET = MarketplaceOptions.defaults();

    @Test
    void takesADateForTheFutureByTheClockAlone() {
        Instant now = Instant.parse("2024-02-10T12:00:00Z");

        assertThat(Demo.latest(null, now)).isEqualTo(now);
    }

    @Test
    void aGeneratedMarketplaceMayLieInTheFuture() {
        Instant before = Instant.parse("1999-12-31T00:00:00Z");
        Instant after = Instant.parse("2999-12-31T00:00:00Z");

        Instant end = Demo.latest(MARKET, before);
        assertThat(end).isAfter(MARKET.lastDay().toString() + "T00:00:00Z");
        assertThat(Demo.latest(MARKET, end.plusSeconds(1))).isEqualTo(end.plusSeconds(1));
        assertThat(Demo.latest(MARKET, after)).isEqualTo(after);
    }
}

package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.EventParser;
import io.quartermaster.domain.event.Parsed;
import io.quartermaster.domain.event.generator.MarketplaceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator writes the form that this package reads. */
class GeneratedFilesTest {

    @TempDir private Path folder;

    @Test
    void readsAGeneratedMarketplaceWholeAndWithoutFault() throws IOException {
        MarketplaceOptions clean =
                MarketplaceOptions.defaults()
                        .withSize(12, 24, 160)
                        .withDirt(0)
                        .withActionEffect(0.5);
        long written = MarketplaceFiles.write(clean, folder);
        RawInput input = RawInput.events(folder);
        assertThat(input.ignored())
                .containsExactly(
                        MarketplaceFiles.TRUTH,
                        MarketplaceFiles.TRUE_BRANDS,
                        MarketplaceFiles.TRUE_CAMPAIGNS,
                        MarketplaceFiles.TRUE_SHOWINGS);

        AtomicLong read = new AtomicLong();
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        List<Parsed> faulty = new ArrayList<>();
        input.forEach(
                record -> {
                    read.incrementAndGet();
                    kinds.add(EventKind.ofLabel(record.kind()).orElseThrow());
                    Parsed parsed = EventParser.parse(record, ZoneOffset.UTC);
                    if (parsed instanceof Parsed.Faulty) {
                        faulty.add(parsed);
                    }
                });
        assertThat(faulty).isEmpty();
        assertThat(read).hasValue(written);
        assertThat(kinds)
                .isEqualTo(
                        EnumSet.complementOf(
                                EnumSet.of(
                                        EventKind.PURCHASE_STEPS,
                                        EventKind.ITEM_VECTORS,
                                        EventKind.ERASURES)));
    }
}

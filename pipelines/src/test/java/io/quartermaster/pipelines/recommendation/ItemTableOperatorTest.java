package io.quartermaster.pipelines.recommendation;

import static io.quartermaster.pipelines.recommendation.Signals.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.recommendation.ItemWeighting;
import io.quartermaster.domain.recommendation.incremental.BasketChange;
import io.quartermaster.domain.recommendation.incremental.Baskets;
import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import io.quartermaster.domain.recommendation.incremental.ItemNeighbours;
import io.quartermaster.domain.recommendation.incremental.ItemRow;
import io.quartermaster.domain.recommendation.incremental.ItemTableRebuild;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** Changes of four hours, told at the end of each. */
@SuppressWarnings("try") // the harness may be interrupted while it closes
class ItemTableOperatorTest {

    private static final int SHARDS = 3;
    private static final int HOURS = 4;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long START = millis("2026-01-08T00:00:00Z");

    private static final TableOptions OPTIONS =
            new TableOptions(
                    ItemWeighting.COSINE,
                    0,
                    3,
                    SHARDS,
                    Duration.ZERO,
                    new TableTimes(
                            Duration.ofHours(1),
                            new RecommendationDays(LocalDate.EPOCH, LocalDate.MAX, 1)));

    private final Baskets baskets = new Baskets();
    private final List<BasketChange> changes = new ArrayList<>();
    private final List<Map<String, ItemNeighbours>> expected = new ArrayList<>();

    ItemTableOperatorTest() {
        Random random = new Random(3);
        for (int i = 0; i < 50 * HOURS; i++) {
            Held held = new Held(random.nextInt(4) == 0 ? 0 : 1, 0, true);
            String item = "i" + random.nextInt(9);
            changes.add(baskets.put("u" + random.nextInt(8), item, held));
            if (i % 50 == 49) {
                expected.add(
                        new ItemTableRebuild(baskets.all(), 0, OPTIONS.settings()).neighbours());
            }
        }
    }

    @Test
    void tellsAtEachTimeWhatARebuildOfThatTimeHas() throws Exception {
        try (var harness = open()) {
            for (int hour = 0; hour < HOURS; hour++) {
                add(harness, hour);
                harness.processWatermark(new Watermark(end(hour)));
                assertThat(known(harness, end(hour))).isEqualTo(expected.get(hour));
            }
        }
    }

    @Test
    void theAnswerIsTheSameWhereWatermarksComeAtTheEndOnly() throws Exception {
        try (var harness = open()) {
            for (int hour = HOURS - 1; hour >= 0; hour--) {
                add(harness, hour);
            }
            harness.processWatermark(new Watermark(end(HOURS)));
            for (int hour = 0; hour < HOURS; hour++) {
                assertThat(known(harness, end(hour))).isEqualTo(expected.get(hour));
            }
        }
    }

    /** A customer's purchase waited for the first watermark; its return must not overtake it. */
    @Test
    void whatWaitedGoesFirst() throws Exception {
        try (var harness = open()) {
            for (int hour = 0; hour < HOURS; hour++) {
                add(harness, hour, 0, 25);
                harness.processWatermark(new Watermark(START + hour * HOUR + 1));
                add(harness, hour, 25, 50);
            }
            harness.processWatermark(new Watermark(end(HOURS)));
            for (int hour = 0; hour < HOURS; hour++) {
                assertThat(known(harness, end(hour))).isEqualTo(expected.get(hour));
            }
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        List<ItemNews> before;
        try (var harness = open()) {
            add(harness, 0);
            harness.processWatermark(new Watermark(end(0)));
            add(harness, 1);
            add(harness, 2);
            before = harness.extractOutputValues();
            harness.prepareSnapshotPreBarrier(1);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(new Watermark(end(1)));
            add(harness, 3);
            harness.processWatermark(new Watermark(end(3)));
            List<ItemNews> all = new ArrayList<>(before);
            all.addAll(harness.extractOutputValues());
            for (int hour = 0; hour < HOURS; hour++) {
                assertThat(known(all, end(hour))).isEqualTo(expected.get(hour));
            }
            assertThat(all)
                    .filteredOn(news -> news.kind() == ItemNews.Kind.CUSTOMERS)
                    .last()
                    .extracting(ItemNews::amount)
                    .isEqualTo((double) baskets.all().size());
        }
    }

    @Test
    void keepsPlainTypesInState() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ItemRow.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(TimedChange.class);
    }

    private void add(
            KeyedOneInputStreamOperatorTestHarness<Integer, ShardChange, ItemNews> harness,
            int hour)
            throws Exception {
        add(harness, hour, 0, 50);
    }

    private void add(
            KeyedOneInputStreamOperatorTestHarness<Integer, ShardChange, ItemNews> harness,
            int hour,
            int from,
            int to)
            throws Exception {
        List<ShardChange> cut = new ArrayList<>();
        for (int i = from; i < to; i++) {
            cut.clear();
            new ShardChange.Cut(SHARDS)
                    .flatMap(
                            changes.get(hour * 50 + i),
                            new org.apache.flink.api.common.functions.util.ListCollector<>(cut));
            for (ShardChange one : cut) {
                harness.processElement(one, START + hour * HOUR + i * 1_000L);
            }
        }
    }

    private static Map<String, ItemNeighbours> known(
            KeyedOneInputStreamOperatorTestHarness<Integer, ShardChange, ItemNews> harness,
            long time) {
        return known(harness.extractOutputValues(), time);
    }

    /** The newest lists of a time; an item of which nobody has anything may have an empty one. */
    private static Map<String, ItemNeighbours> known(List<ItemNews> told, long time) {
        Map<String, ItemNeighbours> known = new HashMap<>();
        for (ItemNews news : told) {
            if (news.kind() == ItemNews.Kind.NEIGHBOURS && news.time() <= time) {
                known.put(
                        news.subject(),
                        new ItemNeighbours(news.subject(), List.of(news.names()), news.values()));
            }
        }
        return known;
    }

    private static long end(int hour) {
        return START + (hour + 1) * HOUR - 1;
    }

    private static KeyedOneInputStreamOperatorTestHarness<Integer, ShardChange, ItemNews> open()
            throws Exception {
        var harness = harness();
        harness.open();
        return harness;
    }

    private static KeyedOneInputStreamOperatorTestHarness<Integer, ShardChange, ItemNews> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new ItemTableOperator(OPTIONS), ShardChange::key, Types.INT);
    }
}

package io.quartermaster.domain.recommendation.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.recommendation.ItemWeighting;
import io.quartermaster.domain.recommendation.incremental.Baskets.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ann has a, b and c, bob a and b, cid a. */
class ItemTableTest {

    private static final Held BOUGHT = new Held(1, 0, true);
    private static final Held GONE = new Held(0, 0, false);

    private Baskets baskets = new Baskets();

    @Test
    void findsTheNearestByHand() {
        ItemTable table = toy(cosine(2));
        assertThat(table.neighbours("a"))
                .isEqualTo(neighbours("a", "b", 2 / Math.sqrt(6), "c", 1 / Math.sqrt(3)));
        assertThat(table.neighbours("b"))
                .isEqualTo(neighbours("b", "a", 2 / Math.sqrt(6), "c", 1 / Math.sqrt(2)));
        assertThat(table.neighbours("c"))
                .isEqualTo(neighbours("c", "b", 1 / Math.sqrt(2), "a", 1 / Math.sqrt(3)));
        assertThat(table.neighbours("x").neighbours()).isEmpty();
        assertThat(table.buyers("a")).isEqualTo(3);
        assertThat(table.customers()).isEqualTo(3);
    }

    @Test
    void aViewCountsAnEighthAndAnEpochHalvesIt() {
        ItemTable table = new ItemTable(cosine(2));
        Epochs epochs = new Epochs(Duration.ofDays(30));
        long january = epochs.of(Duration.ofDays(3_000).toMillis());
        put(table, "ann", "a", new Held(1, january, true));
        put(table, "ann", "b", new Held(0.125, january, false));
        put(table, "bob", "a", new Held(1, january + 1, true));
        double dot = 0.125 / 4;
        double a = 0.25 + 1;
        double b = 0.125 * 0.125 / 4;
        assertThat(table.neighbours("a")).isEqualTo(neighbours("a", "b", dot / Math.sqrt(a * b)));
        assertThat(table.buyers("b")).isZero();
    }

    @Test
    void whatIsReturnedCountsNoMore() {
        ItemTable table = toy(cosine(2));
        put(table, "ann", "b", GONE);
        assertThat(table.neighbours("a"))
                .isEqualTo(neighbours("a", "b", 1 / Math.sqrt(3), "c", 1 / Math.sqrt(3)));
    }

    @Test
    void anErasedCustomerLeavesNothingBehind() {
        ItemTable table = toy(cosine(2));
        baskets.erase("ann", 0).forEach(table::apply);
        assertThat(table.neighbours("a")).isEqualTo(neighbours("a", "b", 1 / Math.sqrt(2)));
        assertThat(table.neighbours("c").neighbours()).isEmpty();
        assertThat(table.customers()).isEqualTo(2);
        assertThat(table.items()).containsExactlyInAnyOrder("a", "b");
        assertThat(baskets.basket("ann")).isEmpty();
        baskets.erase("bob", 0).forEach(table::apply);
        baskets.erase("cid", 0).forEach(table::apply);
        assertThat(table.items()).isEmpty();
        assertThat(table.takeUnsaved())
                .allMatch(row -> row.squares() == 0 && row.others().length == 0);
    }

    @ParameterizedTest
    @EnumSource(ItemWeighting.class)
    void equalsARebuildAfterAnySequenceOfEvents(ItemWeighting weighting) {
        for (int seed = 0; seed < 20; seed++) {
            TableSettings settings = new TableSettings(weighting, seed % 3, 1 + seed % 7);
            ItemTable table = new ItemTable(settings);
            baskets = new Baskets();
            Random random = new Random(seed);
            for (int event = 0; event < 600; event++) {
                act(random, event / 100).forEach(table::apply);
                if (event % 10 == 0 || event > 580) {
                    assertEqualsRebuild(table, event / 100, settings);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ItemWeighting.class)
    void shardsHaveTogetherWhatOneTableHas(ItemWeighting weighting) {
        TableSettings settings = new TableSettings(weighting, 0.5, 3);
        ItemTable whole = new ItemTable(settings);
        List<ItemTable> shards = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            shards.add(new ItemTable(settings, new Shard(i, 3)));
        }
        Random random = new Random(5);
        Map<String, ItemNeighbours> published = new HashMap<>();
        for (int event = 0; event < 500; event++) {
            for (BasketChange change : act(random, event / 200)) {
                whole.apply(change);
                shards.forEach(shard -> shard.apply(change));
            }
            if (event % 50 == 0) {
                for (ItemTable shard : shards) {
                    shard.takeChanged().forEach(list -> published.put(list.item(), list));
                }
                assertThat(known(published)).isEqualTo(lists(whole));
            }
        }
        assertThat(shards).allMatch(shard -> shard.customers() == whole.customers());
        assertThat(shards).noneMatch(shard -> shard.items().isEmpty());
    }

    @Test
    void aTableTakenUpAgainGoesOnAsIfItHadNotStopped() {
        TableSettings settings = cosine(4);
        ItemTable table = new ItemTable(settings);
        Map<String, ItemRow> saved = new HashMap<>();
        Random random = new Random(11);
        for (int event = 0; event < 400; event++) {
            act(random, event / 150).forEach(table::apply);
            if (event % 40 == 0) {
                table.takeUnsaved().forEach(row -> saved.put(row.item(), row));
                ItemTable other = new ItemTable(settings);
                other.restore(saved.values(), table.customers());
                other.apply(nothing(event / 150));
                assertThat(lists(other)).isEqualTo(lists(table));
                table = other;
            }
        }
        assertEqualsRebuild(table, 399 / 150, settings);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> cosine(0))
                .hasMessage("The number of neighbours (0) must be 1 or more.");
        assertThatThrownBy(() -> new TableSettings(ItemWeighting.COSINE, -1, 1))
                .hasMessage("The shrinkage (-1.0) must be 0 or more customers.");
        assertThatThrownBy(() -> new Shard(2, 2))
                .hasMessage("The shard (2) must be one of 0 to 1.");
        assertThatThrownBy(() -> new Epochs(Duration.ofDays(-1)))
                .hasMessage("The half-life (PT-24H) must be zero (nothing ages) or longer.");
    }

    /** A purchase, a view, a return, now and then an erasure. */
    private List<BasketChange> act(Random random, long epoch) {
        String customer = "u" + random.nextInt(12);
        if (random.nextInt(25) == 0) {
            return baskets.erase(customer, epoch);
        }
        String item = "i%02d".formatted((int) Math.abs(random.nextGaussian() * 9));
        Held held =
                switch (random.nextInt(5)) {
                    case 0 -> new Held(0, epoch, false);
                    case 1 -> new Held(0.125, epoch, false);
                    case 2 -> new Held(0.5, epoch, false);
                    default -> new Held(1, epoch, true);
                };
        return List.of(baskets.put(customer, item, held));
    }

    private void assertEqualsRebuild(ItemTable table, long epoch, TableSettings settings) {
        assertThat(lists(table))
                .isEqualTo(new ItemTableRebuild(baskets.all(), epoch, settings).neighbours());
    }

    private static Map<String, ItemNeighbours> lists(ItemTable table) {
        Map<String, ItemNeighbours> lists = new TreeMap<>();
        table.items().forEach(item -> lists.put(item, table.neighbours(item)));
        return lists;
    }

    /** Without the lists of items that nobody has any more. */
    private Map<String, ItemNeighbours> known(Map<String, ItemNeighbours> published) {
        Map<String, ItemNeighbours> known = new TreeMap<>(published);
        known.keySet()
                .removeIf(
                        item ->
                                baskets.all().values().stream()
                                        .noneMatch(basket -> basket.containsKey(item)));
        return known;
    }

    private ItemTable toy(TableSettings settings) {
        ItemTable table = new ItemTable(settings);
        for (String pair : List.of("ann a", "ann b", "ann c", "bob a", "bob b", "cid a")) {
            put(table, pair.substring(0, 3), pair.substring(4), BOUGHT);
            table.neighbours(pair.substring(4));
        }
        return table;
    }

    private void put(ItemTable table, String customer, String item, Held held) {
        table.apply(baskets.put(customer, item, held));
    }

    private static BasketChange nothing(long epoch) {
        return new BasketChange("i00", 0, 0, 0, 0, new String[0], new double[0], epoch);
    }

    private static TableSettings cosine(int neighbours) {
        return new TableSettings(ItemWeighting.COSINE, 0, neighbours);
    }

    private static ItemNeighbours neighbours(String item, Object... pairs) {
        List<String> names = new ArrayList<>();
        double[] weights = new double[pairs.length / 2];
        for (int i = 0; i < weights.length; i++) {
            names.add((String) pairs[2 * i]);
            weights[i] = (Double) pairs[2 * i + 1];
        }
        return new ItemNeighbours(item, names, weights);
    }
}

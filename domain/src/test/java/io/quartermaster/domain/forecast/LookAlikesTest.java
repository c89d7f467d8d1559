package io.quartermaster.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.domain.similarity.SimilarityEngines;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookAlikesTest {

    private static final long MONDAY = LocalDate.of(2026, 3, 2).toEpochDay();

    private final SimilarityKernel kernel = SimilarityEngines.open(SimilaritySettings.of("scalar"));

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void itemsWithTheSameWordsCountMost() {
        LookAlikes all = new LookAlikes(kernel, lampsAndCups());
        LookAlikes.Basis basis = all.basis("new", look("red glass lamp", 10, "", ""));
        assertThat(basis.name()).isEqualTo(LookAlikes.BY_WORDS);
        assertThat(basis.others().get(0).demand().item()).startsWith("lamp");
        // Lamps sell 8 a day, cups 1: cups share the word "red" alone.
        double[] mean = all.prior(basis).forecast(new double[0], 0, MONDAY, 1, levels()).mean();
        assertThat(mean[0]).isGreaterThan(6);
    }

    /** Cosine 1 for both; the price is half the other's. */
    @Test
    void halfThePriceHalvesTheWeight() {
        List<LookAlikes.Begun> lamps = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lamps.add(begun("lamp" + i, 8, look("glass lamp", i == 0 ? 20 : 10, "", "")));
        }
        List<WeightedBeginning> others =
                new LookAlikes(kernel, lamps)
                        .basis("new", look("lamp, glass", 10, "", ""))
                        .others();
        assertThat(others.get(4).demand().item()).isEqualTo("lamp0");
        assertThat(others.get(4).weight()).isCloseTo(others.get(0).weight() / 2, within(1e-6));
    }

    @Test
    void withoutWordsClusterThenCategoryThenAllStandIn() {
        LookAlikes all =
                new LookAlikes(
                        kernel,
                        List.of(
                                begun("a", 2, look("", 10, "tea", "warm")),
                                begun("b", 6, look("", 10, "tea", "cold")),
                                begun("c", 10, look("", 10, "lamps", "cold"))));
        assertThat(all.basis("new", look("cup", 10, "tea", "warm")).name()).isEqualTo("warm");
        assertThat(all.basis("new", look("cup", 10, "tea", "other")).name()).isEqualTo("tea");
        assertThat(all.basis("new", look("cup", 10, "tea", "other")).others()).hasSize(2);
        assertThat(all.basis("new", look("cup", 10, "", "")).name()).isEqualTo(LookAlikes.ALL);
        assertThat(all.basis("new", look("cup", 10, "", "")).others()).hasSize(3);
    }

    @Test
    void anItemDoesNotLookLikeItself() {
        LookAlikes all = new LookAlikes(kernel, lampsAndCups());
        assertThat(all.basis("lamp3", look("red glass lamp", 10, "", "")).others())
                .extracting(other -> other.demand().item())
                .doesNotContain("lamp3");
    }

    @Test
    void theOrderOfTheOthersDoesNotMatter() {
        List<LookAlikes.Begun> turned = new ArrayList<>(lampsAndCups());
        Collections.reverse(turned);
        ItemLook look = look("red glass lamp", 10, "", "");
        LookAlikes.Basis one = new LookAlikes(kernel, lampsAndCups()).basis("new", look);
        LookAlikes.Basis other = new LookAlikes(kernel, turned).basis("new", look);
        assertThat(other.others())
                .extracting(weighted -> weighted.demand().item() + weighted.weight())
                .isEqualTo(
                        one.others().stream()
                                .map(weighted -> weighted.demand().item() + weighted.weight())
                                .toList());
    }

    @Test
    void withoutOthersItRestsOnNothing() {
        LookAlikes none = new LookAlikes(kernel, List.of());
        LookAlikes.Basis basis = none.basis("new", look("lamp", 10, "", ""));
        assertThat(basis.others()).isEmpty();
        assertThat(none.prior(basis).items()).isZero();
    }

    private static List<LookAlikes.Begun> lampsAndCups() {
        List<LookAlikes.Begun> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(begun("lamp" + i, 8, look("red glass lamp", 10, "", "")));
            all.add(begun("cup" + i, 1, look("red tea cup", 10, "", "")));
        }
        return all;
    }

    private static LookAlikes.Begun begun(String item, long units, ItemLook look) {
        long[] days = new long[ClusterPrior.YOUNG_DAYS];
        Arrays.fill(days, units);
        return new LookAlikes.Begun(
                new EarlyDemand(item, "main", LocalDate.of(2026, 1, 28), days), look);
    }

    private static ItemLook look(String words, double price, String category, String cluster) {
        return new ItemLook(ItemLook.words(words), price, category, cluster);
    }

    private static double[] levels() {
        return new double[] {0.1, 0.5, 0.9};
    }
}

package io.quartermaster.domain.recommendation.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.similarity.ScalarSimilarityEngine;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two lamps that customers have and one that nobody has; a kettle that nobody has. */
class ContentLinksTest {

    private final ContentLinks links =
            new ContentLinks(new ScalarSimilarityEngine().open(SimilaritySettings.DEFAULT));

    @Test
    void comparesWhatIsNewWithWhatCustomersHaveAndTheOtherWayRound() {
        links.put(
                List.of(
                        item("brass", 0, true, 1, 0, 0),
                        item("steel", 1, true, 0.8f, 0.6f, 0),
                        item("new", 2, false, 1, 0, 0),
                        item("kettle", 3, false, 0, 0, 1)));
        assertThat(like("new", true, 1, 0, 0)).containsOnlyKeys("brass", "steel");
        assertThat(like("new", true, 1, 0, 0).get("steel")).isEqualTo((double) 0.8f);
        assertThat(like("brass", false, 1, 0, 0)).containsOnlyKeys("new");
        assertThat(like("kettle", true, 0, 0, 1)).isEmpty();
        links.putHad("new");
        links.putHad("nowhere");
        assertThat(like("brass", false, 1, 0, 0)).isEmpty();
        assertThat(like("brass", true, 1, 0, 0)).containsOnlyKeys("steel", "new");
    }

    @Test
    void asksNothingWhereNobodyHasAnything() {
        assertThat(links.like(new TreeMap<>(), true)).isEmpty();
        links.put(List.of(item("new", 0, false, 1, 0, 0)));
        assertThat(like("new", true, 1, 0, 0)).isEmpty();
    }

    private Map<String, Double> like(String item, boolean amongHad, float... vector) {
        return links.like(new TreeMap<>(Map.of(item, vector)), amongHad).get(item);
    }

    private static ContentLinks.Item item(String name, int number, boolean isHad, float... vector) {
        return new ContentLinks.Item(name, number, vector, isHad);
    }
}

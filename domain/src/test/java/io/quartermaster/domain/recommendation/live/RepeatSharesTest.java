package io.quartermaster.domain.recommendation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RepeatSharesTest {

    private final RepeatShares shares = new RepeatShares();

    /** Milk and bread are bought again, a lamp is not; of butter nothing is known. */
    @Test
    void drawsAnItemTowardsItsCategoryByHand() {
        assertThat(shares.of("milk")).isZero();
        shares.put("milk", 60, 40);
        shares.putCategory("milk", "food");
        shares.putCategory("bread", "food");
        shares.putCategory("butter", "food");
        shares.putCategory("lamp", "lighting");
        shares.put("bread", 20, 10);
        shares.put("lamp", 100, 0);
        double all = 50 / 200.0;
        double food = (50 + 20 * all) / 100;
        assertThat(shares.of("butter")).isCloseTo(food, within(1e-12));
        assertThat(shares.of("milk")).isCloseTo((40 + 20 * food) / 80, within(1e-12));
        assertThat(shares.of("lamp")).isCloseTo(20 * (20 * all / 120) / 120, within(1e-12));
    }

    @Test
    void whoIsErasedHasNeverBeen() {
        shares.putCategory("milk", "food");
        shares.put("milk", 60, 40);
        RepeatShares never = new RepeatShares();
        never.putCategory("milk", "food");
        never.put("milk", 60, 40);
        shares.put("milk", 65, 44);
        shares.put("tea", 2, 1);
        shares.put("milk", 60, 40);
        shares.put("tea", 0, 0);
        for (String item : new String[] {"milk", "tea", "other"}) {
            assertThat(shares.of(item)).isEqualTo(never.of(item));
        }
    }

    @Test
    void dependsOnTheLatestCountsAndCategoriesAlone() {
        shares.put("milk", 5, 5);
        shares.putCategory("milk", "lighting");
        shares.put("milk", 60, 40);
        shares.putCategory("milk", "food");
        RepeatShares anew = new RepeatShares();
        anew.putCategory("milk", "food");
        anew.put("milk", 60, 40);
        for (String item : new String[] {"milk", "other"}) {
            assertThat(shares.of(item)).isEqualTo(anew.of(item));
        }
    }
}

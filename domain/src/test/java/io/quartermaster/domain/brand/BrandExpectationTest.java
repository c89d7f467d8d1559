package io.quartermaster.domain.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Every expected value is worked by hand from docs/partners.md. */
class BrandExpectationTest {

    private static final BrandExpectation BRAND = new BrandExpectation(0.08, 50, 0.9, 0.25);

    @Test
    void fewUnitsAreDrawnTowardsTheBrandsReturns() {
        // (2 + 0.08 x 50) / (4 + 50), of which the units alone would say 0.5.
        assertThat(BRAND.returnedShare(2, 4)).isCloseTo(6 / 54.0, within(1e-12));
        assertThat(BRAND.returnedShare(0, 0)).isCloseTo(0.08, within(1e-12));
    }

    @Test
    void manyUnitsSpeakForThemselves() {
        // (5000 + 4) / (10000 + 50)
        assertThat(BRAND.returnedShare(5_000, 10_000)).isCloseTo(0.497910447761194, within(1e-12));
    }

    @Test
    void moreReturnsThanSalesAreAllThatSold() {
        // Units sold before these days came back in them: (4 + 4) / 54.
        assertThat(BRAND.returnedShare(9, 4)).isCloseTo(8 / 54.0, within(1e-12));
        assertThat(BrandExpectation.ownOnly(0.1).returnedShare(9, 4)).isEqualTo(1);
    }

    @Test
    void satisfactionIsDrawnAsFarAsItIsNotTheBrandsOwn() {
        assertThat(BRAND.satisfaction(0.5)).isCloseTo(0.25 * 0.5 + 0.75 * 0.9, within(1e-12));
        assertThat(BRAND.withSatisfaction(0.9, 1).satisfaction(0.5)).isEqualTo(0.5);
        assertThat(BRAND.withSatisfaction(0.9, 0).satisfaction(0.5)).isEqualTo(0.9);
    }

    @Test
    void withoutAnExpectationTheOwnFiguresStand() {
        BrandExpectation own = BrandExpectation.ownOnly(0.1);

        assertThat(own.returnedShare(1, 4)).isEqualTo(0.25);
        assertThat(own.returnedShare(0, 0)).isEqualTo(0.1);
        assertThat(own.satisfaction(0.3)).isEqualTo(0.3);
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrandExpectation(8, 50, 0.9, 0.25))
                .withMessage(
                        "The returns (8.0) of an expectation must be 0 to 1.\nMaybe it was taken in per cent.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrandExpectation(0.08, 50, Double.NaN, 0.25))
                .withMessageStartingWith("The satisfaction (NaN) of an expectation");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrandExpectation(0.08, -1, 0.9, 0.25))
                .withMessage(
                        "The strength (-1.0) of an expectation must be 0 or more units.\nMaybe 0 for none.");
    }
}

package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.governance.CatalogueSubject;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class IntroductionFunctionTest {

    @Test
    void keepsOutTermsOfAnUnknownBrand() throws Exception {
        try (Step step = open()) {
            step.add(Lines.terms(1, "t1", 5, "Nordlicht"), Lines.terms(2, "t2", 10, "Nordlicht"));
            step.add(Lines.offer(3, "o1", 10, "Nordlicht"), Lines.order(4, "a", 1, "A", 1));
            step.end();
            assertThat(step.passed()).containsExactlyInAnyOrder(3L, 2L, 4L);
            assertThat(step.rejected()).containsExactly("1 unknown_brand");
            assertThat(step.rejects().get(0).reason())
                    .isEqualTo(
                            "The brand (Nordlicht) is not in the catalogue. Maybe its offer or its first item is missing.");
        }
    }

    @Test
    void keepsOutAnActionOfAnUnknownBrand() throws Exception {
        try (Step step = open()) {
            step.add(Lines.offer(1, "o1", 1, "Nordlicht"), Lines.action(2, 5, "Nordlicht"));
            step.add(Lines.action(3, 6, "Sudlicht"));
            step.end();
            assertThat(step.passed()).containsExactlyInAnyOrder(1L, 2L);
            assertThat(step.rejected()).containsExactly("3 unknown_brand");
        }
    }

    @Test
    void keepsOutOrdersOfAnUnknownItem() throws Exception {
        CatalogueSubject item = CatalogueSubject.ITEM;
        try (Step step =
                Step.open(
                        new IntroductionFunction(item),
                        candidate -> IntroductionFunction.key(item, candidate))) {
            step.add(Lines.order(1, "a", 1, "A", 1), Lines.terms(2, "t1", 5, "Nordlicht"));
            step.end();
            assertThat(step.passed()).containsExactly(2L);
            assertThat(step.rejected()).containsExactly("1 unknown_item");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        try (Step step = open()) {
            step.add(Lines.offer(1, "o1", 10, "Nordlicht"));
            step.watermark(10);
            try (Step resumed =
                    Step.restore(
                            new IntroductionFunction(CatalogueSubject.BRAND),
                            IntroductionFunctionTest::brand,
                            step.snapshot())) {
                resumed.add(Lines.terms(2, "t1", 20, "Nordlicht"), Lines.terms(3, "t2", 20, "X"));
                resumed.end();
                assertThat(resumed.passed()).containsExactly(2L);
                assertThat(resumed.rejected()).containsExactly("3 unknown_brand");
            }
        }
    }

    private static String brand(Candidate candidate) {
        return IntroductionFunction.key(CatalogueSubject.BRAND, candidate);
    }

    private static Step open() throws Exception {
        return Step.open(
                new IntroductionFunction(CatalogueSubject.BRAND), IntroductionFunctionTest::brand);
    }
}

package io.quartermaster.pipelines.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.BrandStage;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class CooperationFunctionTest {

    @Test
    void keepsOutStepsThatTheStageBeforeDoesNotAllow() throws Exception {
        try (Step step = open()) {
            step.add(
                    Lines.step(5, 50, "Nordlicht", BrandStage.CONTRACTED),
                    Lines.step(4, 40, "Nordlicht", BrandStage.TRIAL),
                    Lines.step(3, 30, "Nordlicht", BrandStage.CONTRACTED),
                    Lines.step(2, 20, "Nordlicht", BrandStage.PROSPECT),
                    Lines.step(6, 35, "Nordlicht", BrandStage.EVALUATED),
                    Lines.step(7, 10, "Elsewhere", BrandStage.CONTRACTED),
                    Lines.offer(1, "o1", 10, "Nordlicht"));
            step.end();
            assertThat(step.passed()).containsExactlyInAnyOrder(1L, 2L, 4L, 5L, 6L, 7L);
            assertThat(step.rejected()).containsExactly("3 life_cycle_order");
            assertThat(step.rejects().get(0).reason())
                    .startsWith(
                            "The step of brand (Nordlicht) from (prospect) to (contracted) is not allowed.");
        }
    }

    @Test
    void keepsOutTermsThatOverlapEarlierOnes() throws Exception {
        try (Step step = open()) {
            step.add(
                    Lines.terms(2, "t2", 20, "Nordlicht"),
                    Lines.terms(1, "t1", 10, "Nordlicht"),
                    Lines.terms(3, "t3", 30, "Elsewhere"));
            step.end();
            assertThat(step.passed()).containsExactlyInAnyOrder(1L, 3L);
            assertThat(step.rejected()).containsExactly("2 terms_overlap");
        }
    }

    @Test
    void keepsOutASecondCampaignOfOneName() throws Exception {
        try (Step step = open()) {
            step.add(
                    Lines.campaign(3, "c3", 30, "spring", 1),
                    Lines.campaign(1, "c1", 10, "spring", 1),
                    Lines.campaign(2, "c2", 20, "spring", 2),
                    Lines.campaign(4, "c4", 10, "summer", 1));
            step.end();
            assertThat(step.passed()).containsExactlyInAnyOrder(1L, 2L, 4L);
            assertThat(step.rejected()).containsExactly("3 campaign_overlap");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        try (Step step = open()) {
            step.add(
                    Lines.offer(1, "o1", 10, "Nordlicht"),
                    Lines.terms(2, "t1", 10, "Nordlicht"),
                    Lines.campaign(7, "c1", 10, "spring", 1),
                    Lines.step(3, 10, "Nordlicht", BrandStage.EVALUATED));
            step.watermark(10);
            try (Step resumed =
                    Step.restore(
                            new CooperationFunction(),
                            CooperationFunction::brand,
                            step.snapshot())) {
                resumed.add(
                        Lines.campaign(8, "c2", 20, "spring", 1),
                        Lines.terms(4, "t2", 20, "Nordlicht"),
                        Lines.step(5, 20, "Nordlicht", BrandStage.PROSPECT),
                        Lines.step(6, 21, "Nordlicht", BrandStage.TRIAL));
                resumed.end();
                assertThat(resumed.passed()).containsExactly(6L);
                assertThat(resumed.rejected())
                        .containsExactlyInAnyOrder(
                                "4 terms_overlap", "5 life_cycle_order", "8 campaign_overlap");
            }
        }
    }

    private static Step open() throws Exception {
        return Step.open(new CooperationFunction(), CooperationFunction::brand);
    }
}

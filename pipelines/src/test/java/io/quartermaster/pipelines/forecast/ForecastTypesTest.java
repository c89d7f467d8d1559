package io.quartermaster.pipelines.forecast;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quartermaster.domain.forecast.CampaignOutcome;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.DemandRegression;
import io.quartermaster.domain.forecast.EarlyDemand;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.domain.forecast.LeastSquaresFit;
import io.quartermaster.domain.forecast.SeriesScale;
import io.quartermaster.domain.forecast.TrainingState;
import io.quartermaster.domain.forecast.hierarchy.ForecastTotal;
import io.quartermaster.domain.forecast.hierarchy.HierarchySeries;
import io.quartermaster.domain.forecast.hierarchy.NodeMemory;
import io.quartermaster.domain.forecast.online.SeriesEnsemble;
import io.quartermaster.domain.forecast.online.SeriesModels;
import io.quartermaster.pipelines.event.PlainTypes;
import io.quartermaster.pipelines.forecast.series.Series;
import io.quartermaster.pipelines.forecast.series.SeriesBlock;
import io.quartermaster.pipelines.forecast.series.SeriesChunk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTypesTest {

    @BeforeAll
    static void register() {
        PlainTypes.register();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Forecast.class,
                EarlyDemand.class,
                DemandHistory.class,
                DemandRegression.Memory.class,
                LeastSquaresFit.class,
                SeriesScale.class,
                ForecastMemory.class,
                SequenceMemory.class,
                SeriesModels.class,
                SeriesEnsemble.class,
                CorrectionMemories.class,
                EarlyDay.class,
                EarlyLife.class,
                YoungItem.class,
                PriorFact.class,
                TotalsNews.class,
                ListedItem.class,
                HierarchySeries.class,
                NodeMemory.class,
                ForecastTotal.class,
                KnownLook.class,
                ItemStatics.class,
                DescribedWindow.class,
                AsOf.class,
                CampaignOutcome.class,
                LiftEntry.class,
                BrandDay.class,
                MeasuredCampaign.class,
                TrainingWindow.class,
                TrainingState.class,
                TunerCounts.class,
                ModelWeights.class,
                SeriesChunk.class,
                Series.class,
                SeriesBlock.class
            })
    void serialiseWithoutKryo(Class<?> type) {
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(type)).doesNotThrowAnyException();
    }
}

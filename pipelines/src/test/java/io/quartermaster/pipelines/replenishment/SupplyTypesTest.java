package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.event.BrandTerms;
import io.quartermaster.domain.event.CatalogueItem;
import io.quartermaster.domain.event.PurchaseStep;
import io.quartermaster.domain.replenishment.ItemForecast;
import io.quartermaster.domain.replenishment.NegotiationLine;
import io.quartermaster.domain.replenishment.PlanLine;
import io.quartermaster.domain.replenishment.PlanSummary;
import io.quartermaster.domain.replenishment.PlannedOrders;
import io.quartermaster.domain.replenishment.PurchaseOrder;
import io.quartermaster.domain.replenishment.StockPosition;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupplyTypesTest {

    @BeforeAll
    static void knowsDays() {
        PlainTypes.register();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                SupplyEvent.class,
                CatalogueItem.class,
                BrandTerms.class,
                ItemForecast.class,
                StockPosition.class,
                NegotiationLine.class,
                PlanLine.class,
                PlanSummary.class,
                PlannedOrders.class,
                PurchaseOrder.class,
                PurchaseStep.class
            })
    void serialiseWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}

package io.quartermaster.pipelines.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted while it closes
class CatalogueOfItemTest {

    @Test
    void joinsWhatTheCatalogueNamedLastAndLeavesOutWhatItDoesNotKnow() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(bare(1), 5);
            harness.processElement(Supplies.item("A", "First", "toys", "S1"), 10);
            harness.processElement(bare(2), 15);
            harness.processElement(Supplies.item("A", "Second", "pets", "S2"), 20);
            harness.processElement(bare(3), 25);
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .extracting(s -> "%s %s %s".formatted(s.brand(), s.category(), s.supplier()))
                    .containsExactly("First toys S1", "Second pets S2");
        }
    }

    @Test
    void resumesFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(Supplies.item("A", "First", "toys", "S1"), 10);
            harness.processWatermark(12);
            harness.processElement(bare(1), 15);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues())
                    .extracting(SupplySignal::brand)
                    .containsExactly("First");
        }
    }

    @Test
    void signalsNeedNoKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SupplySignal.class);
    }

    /** Stock before it is joined. */
    private static SupplySignal bare(int day) {
        return Supplies.stock(day, "A", "", 4).joined("", "", "", java.math.BigDecimal.ZERO);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SupplySignal, SupplySignal>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(RiskPipeline.catalogueOfItem()),
                SupplySignal::item,
                Types.STRING);
    }
}

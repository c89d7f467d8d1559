package io.quartermaster.pipelines.governance;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quartermaster.domain.governance.DuplicateRule;
import io.quartermaster.domain.governance.OpenOrders;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.domain.governance.RecentTimes;
import io.quartermaster.domain.governance.UnitsHistory;
import io.quartermaster.pipelines.event.PlainTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTypesTest {

    @BeforeAll
    static void register() {
        PlainTypes.register();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Candidate.class,
                Quarantined.class,
                DuplicateRule.Kept.class,
                UnitsHistory.class,
                OpenOrders.class,
                RecentTimes.class
            })
    void serialiseWithoutKryo(Class<?> type) {
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(type)).doesNotThrowAnyException();
    }
}

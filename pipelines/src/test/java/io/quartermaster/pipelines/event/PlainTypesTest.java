package io.quartermaster.pipelines.event;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quartermaster.domain.event.Event;
import io.quartermaster.pipelines.channel.Channels;
import java.util.stream.Stream;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTypesTest {

    @BeforeAll
    static void register() {
        PlainTypes.register();
    }

    static Stream<Class<? extends Event>> cleanEvents() {
        return Channels.clean().stream().map(Channel::type);
    }

    @ParameterizedTest
    @MethodSource("cleanEvents")
    void serialisesEveryCleanEventWithoutKryo(Class<? extends Event> event) {
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(event)).doesNotThrowAnyException();
    }

    @Test
    void serialisesADayWithoutKryo() {
        assertThat(PlainTypes.of(Channels.DEMAND.type())).isInstanceOf(PojoTypeInfo.class);
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(Channels.DEMAND.type()))
                .doesNotThrowAnyException();
    }

    @Test
    void mayBeAskedTwice() {
        assertThatCode(PlainTypes::register).doesNotThrowAnyException();
    }
}

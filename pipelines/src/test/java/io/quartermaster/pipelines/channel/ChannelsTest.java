package io.quartermaster.pipelines.channel;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quartermaster.domain.event.RawRecord;
import io.quartermaster.pipelines.event.Channel;
import io.quartermaster.pipelines.event.JsonCodec;
import io.quartermaster.pipelines.event.PlainTypes;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every channel's elements travel between tasks without Kryo, and between jobs as JSON. */
class ChannelsTest {

    static Stream<Channel<?>> channels() {
        return Arrays.stream(Channels.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> field.getType() == Channel.class)
                .map(
                        field -> {
                            try {
                                return (Channel<?>) field.get(null);
                            } catch (IllegalAccessException e) {
                                throw new AssertionError(e);
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("channels")
    void serialisesElementsWithoutKryo(Channel<?> channel) {
        PlainTypes.register();
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(channel.type()))
                .doesNotThrowAnyException();
    }

    @Test
    void serialisesRawRecordsWithoutKryo() {
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(RawRecord.class))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("channels")
    void readsBackWhatItWrites(Channel<?> channel) throws Exception {
        roundTrip(channel);
    }

    private static <T> void roundTrip(Channel<T> channel) throws Exception {
        JsonCodec<T> codec = JsonCodec.of(channel.type());
        T element = channel.type().cast(sample(channel.type(), 7));
        byte[] json = codec.write(element);
        assertThat(new String(json, StandardCharsets.UTF_8)).startsWith("{\"schema_version\":1,\"");
        T read = codec.read(json);
        assertThat(read).usingRecursiveComparison().isEqualTo(element);
        assertThat(codec.write(read)).isEqualTo(json);
        assertThat(channel.key().apply(read)).isEqualTo(channel.key().apply(element));
        assertThat(channel.time().apply(read)).isEqualTo(channel.time().apply(element));
    }

    private static Object sample(Class<?> type, int seed) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(types[i], seed + i);
        }
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        return canonical.newInstance(values);
    }

    private static Object value(Class<?> type, int seed) throws Exception {
        if (type == String.class) {
            return "text \"" + seed + "\", né\n";
        } else if (type == int.class) {
            return seed;
        } else if (type == long.class) {
            return 10_000_000_000L + seed;
        } else if (type == double.class) {
            return seed / 3.0;
        } else if (type == boolean.class) {
            return true;
        } else if (type == BigDecimal.class) {
            return new BigDecimal(seed + ".50");
        } else if (type == Instant.class) {
            return Instant.ofEpochMilli(1_300_000_000_123L + seed);
        } else if (type == LocalDate.class) {
            return LocalDate.of(2024, 2, 29).plusDays(seed);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type == double[].class) {
            return new double[] {seed / 7.0, 0.5};
        } else if (type == float[].class) {
            return new float[] {seed / 7f, 0.5f};
        } else if (type == long[].class) {
            return new long[] {seed, 2};
        } else if (type == int[].class) {
            return new int[] {seed, 2};
        } else if (type == String[].class) {
            return new String[] {"a" + seed, "b"};
        } else if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, sample(type.getComponentType(), seed));
            return array;
        }
        return sample(type, seed);
    }
}

package io.quartermaster.engines.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quartermaster.domain.forecast.EpochLoss;
import io.quartermaster.domain.forecast.LossEvents;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

/** Reads event files back with TensorFlow's own messages and a CRC written out bit by bit. */
class LossEventsTest {

    private static final List<EpochLoss> LOSSES =
            IntStream.rangeClosed(1, 300)
                    .mapToObj(
                            epoch ->
                                    new EpochLoss(
                                            epoch,
                                            1.0 / epoch,
                                            epoch == 2 ? Double.NaN : 2.0 / epoch,
                                            0.25))
                    .toList();

    @Test
    void holdsOnePointPerEpoch() throws InvalidProtocolBufferException {
        List<Event> events = read(LossEvents.of(LOSSES, EpochLoss::training));
        assertThat(events).hasSize(301);
        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        for (int epoch = 1; epoch <= 300; epoch++) {
            Event event = events.get(epoch);
            assertThat(event.getStep()).isEqualTo(epoch);
            assertThat(event.getWallTime()).isEqualTo(epoch * 0.25);
            assertThat(event.getSummary().getValueList())
                    .extracting(Summary.Value::getTag, Summary.Value::getSimpleValue)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("loss", (float) (1.0 / epoch)));
        }
    }

    @Test
    void anEpochWithoutALossHasNoPoint() throws InvalidProtocolBufferException {
        List<Event> events = read(LossEvents.of(LOSSES, EpochLoss::validation));
        assertThat(events).hasSize(300).extracting(Event::getStep).doesNotContain(2L);
        assertThat(events.get(2).getSummary().getValue(0).getSimpleValue())
                .isEqualTo((float) (2.0 / 3));
    }

    /** The check value of the polynomial, as its catalogues give it. */
    @Test
    void theReadersOwnCrcIsCastagnolis() {
        assertThat(crc("123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(0xE3069283);
    }

    private static List<Event> read(byte[] file) throws InvalidProtocolBufferException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] length = new byte[8];
            in.get(length);
            assertThat(in.getInt()).isEqualTo(masked(length));
            byte[] data =
                    new byte
                            [(int)
                                    ByteBuffer.wrap(length)
                                            .order(ByteOrder.LITTLE_ENDIAN)
                                            .getLong()];
            in.get(data);
            assertThat(in.getInt()).isEqualTo(masked(data));
            events.add(Event.parseFrom(data));
        }
        return events;
    }

    private static int masked(byte[] bytes) {
        int crc = crc(bytes);
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }

    private static int crc(byte[] bytes) {
        int crc = -1;
        for (byte one : bytes) {
            crc ^= one & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 1 ? (crc >>> 1) ^ 0x82F63B78 : crc >>> 1;
            }
        }
        return ~crc;
    }
}

package io.quartermaster.domain.forecast;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.zip.CRC32C;

/**
 * Training curves as TensorBoard reads them: a file of TFRecords, each an Event in protocol
 * buffers' wire format.
 *
 * <pre>
 * record   length (8 bytes), its masked CRC, data, the data's masked CRC (4 bytes each)
 * masked   ((crc &gt;&gt;&gt; 15) | (crc &lt;&lt; 17)) + 0xa282ead8, crc by Castagnoli's polynomial
 * Event    1: wall time (double), 2: step, 3: file version, 5: Summary
 * Summary  1: Value with 1: tag, 2: simple value (float)
 * </pre>
 *
 * <p>All numbers are little-endian. The wall time counts from the start of training.
 */
public final class LossEvents {

    /** Name of the file; TensorBoard looks for {@code tfevents} in it. */
    public static final String FILE = "events.out.tfevents.0000000000.quartermaster";

    /** What is measured: the loss, in each folder. */
    public static final String TAG = "loss";

    private static final String VERSION = "brain.Event:2";
    private static final int MASK = 0xa282ead8;
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int COUNTED = 2;
    private static final int FOUR_BYTES = 5;

    private LossEvents() {}

    /**
     * One curve as a file.
     *
     * @param losses one per epoch
     * @param which training or validation; an epoch where it is NaN has no point
     */
    public static byte[] of(List<EpochLoss> losses, ToDoubleFunction<EpochLoss> which) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream first = event(0, 0);
        field(first, 3, VERSION.getBytes(StandardCharsets.UTF_8));
        record(file, first.toByteArray());
        double seconds = 0;
        for (EpochLoss loss : losses) {
            seconds += loss.seconds();
            double value = which.applyAsDouble(loss);
            if (!Double.isNaN(value)) {
                ByteArrayOutputStream event = event(seconds, loss.epoch());
                field(event, 5, summary((float) value));
                record(file, event.toByteArray());
            }
        }
        return file.toByteArray();
    }

    private static ByteArrayOutputStream event(double seconds, int step) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.write((1 << 3) | EIGHT_BYTES);
        event.writeBytes(little(Double.BYTES).putDouble(seconds).array());
        event.write((2 << 3) | VARINT);
        varint(event, step);
        return event;
    }

    private static byte[] summary(float loss) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        field(value, 1, TAG.getBytes(StandardCharsets.UTF_8));
        value.write((2 << 3) | FOUR_BYTES);
        value.writeBytes(little(Float.BYTES).putFloat(loss).array());
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        field(summary, 1, value.toByteArray());
        return summary.toByteArray();
    }

    private static void field(ByteArrayOutputStream into, int number, byte[] bytes) {
        into.write((number << 3) | COUNTED);
        varint(into, bytes.length);
        into.writeBytes(bytes);
    }

    private static void varint(ByteArrayOutputStream into, int value) {
        int rest = value;
        while (rest > 127) {
            into.write((rest & 127) | 128);
            rest >>>= 7;
        }
        into.write(rest);
    }

    private static void record(ByteArrayOutputStream file, byte[] data) {
        byte[] length = little(Long.BYTES).putLong(data.length).array();
        file.writeBytes(length);
        file.writeBytes(little(Integer.BYTES).putInt(masked(length)).array());
        file.writeBytes(data);
        file.writeBytes(little(Integer.BYTES).putInt(masked(data)).array());
    }

    private static int masked(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

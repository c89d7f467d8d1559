package io.quartermaster.engines.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A stream with memory of its own on both sides: while the device works on one lane, the next batch
 * is written into the other. A batch is written by {@code put}, goes over in one copy with {@link
 * #send}, is worked on by {@link #run}, and its answer comes back by {@link #fetch}.
 */
final class CudaLane {

    /** Where vectors of four numbers may start, and more. */
    private static final long ALIGNMENT = 256;

    private final CudaDevice device;
    private final CudaMemory memory;
    private final int stream;
    private HostBuffer host;
    private HostBuffer answer;
    private CudaBuffer onDevice = CudaBuffer.NULL;
    private CudaBuffer scratch = CudaBuffer.NULL;
    private long capacity;
    private long scratchBytes;
    private long answerBytes;
    private long used;
    private long sent;

    CudaLane(CudaDevice device, CudaMemory memory, int stream) {
        this.device = device;
        this.memory = memory;
        this.stream = stream;
    }

    /** Bytes that an array of so many takes of a batch. */
    static long room(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Waits for the batch before, and makes room for one of so many bytes. */
    void start(long bytes) {
        await();
        used = 0;
        if (bytes > capacity) {
            memory.free(onDevice);
            onDevice = CudaBuffer.NULL;
            if (host != null) {
                memory.freeHost(host);
                host = null;
            }
            capacity = 0;
            onDevice = memory.allocate(bytes);
            host = memory.allocateHost(bytes);
            capacity = bytes;
        }
    }

    CudaBuffer put(float[]... rows) {
        long length = 0;
        for (float[] row : rows) {
            length += row.length;
        }
        ByteBuffer to = next(length * Float.BYTES);
        for (float[] row : rows) {
            to.asFloatBuffer().put(row);
            to.position(to.position() + row.length * Float.BYTES);
        }
        return last(length * Float.BYTES);
    }

    CudaBuffer put(int[]... lists) {
        long length = 0;
        for (int[] list : lists) {
            length += list.length;
        }
        ByteBuffer to = next(length * Integer.BYTES);
        for (int[] list : lists) {
            to.asIntBuffer().put(list);
            to.position(to.position() + list.length * Integer.BYTES);
        }
        return last(length * Integer.BYTES);
    }

    CudaBuffer put(long[] values) {
        long bytes = (long) values.length * Long.BYTES;
        next(bytes).asLongBuffer().put(values);
        return last(bytes);
    }

    /** Gives what was put to the device. */
    void send() {
        device.copyIn(stream, onDevice, host, used);
    }

    /** Gives what was put, which is one thing, to memory that stays. */
    void sendTo(CudaBuffer buffer) {
        device.copyIn(stream, buffer, host, sent);
    }

    /** Memory of the device alone, until it is asked for again. */
    CudaBuffer scratch(long bytes) {
        if (bytes > scratchBytes) {
            await();
            memory.free(scratch);
            scratch = CudaBuffer.NULL;
            scratchBytes = 0;
            scratch = memory.allocate(bytes);
            scratchBytes = bytes;
        }
        return scratch;
    }

    void zero(CudaBuffer buffer, long bytes) {
        device.zero(stream, buffer, bytes);
    }

    void run(CudaDevice.Kernel kernel, int gridX, int gridY, int threads, Object... arguments) {
        device.run(stream, kernel, gridX, gridY, threads, arguments);
    }

    /** Brings bytes back; they are there after {@link #await}. */
    void fetch(CudaBuffer from, long bytes) {
        if (bytes > answerBytes) {
            if (answer != null) {
                memory.freeHost(answer);
                answer = null;
            }
            answerBytes = 0;
            answer = memory.allocateHost(bytes);
            answerBytes = bytes;
        }
        device.copyOut(stream, from, answer, bytes);
    }

    void await() {
        device.await(stream);
    }

    /** What was fetched last. */
    ByteBuffer answer() {
        return answer.bytes().duplicate().order(ByteOrder.nativeOrder()).position(0);
    }

    private ByteBuffer next(long bytes) {
        if (used + bytes > capacity) {
            throw new IllegalStateException(
                    "A batch of %d bytes and %d more does not fit %d."
                            .formatted(used, bytes, capacity));
        }
        ByteBuffer to = host.bytes().duplicate().order(ByteOrder.nativeOrder());
        return to.position(Math.toIntExact(used));
    }

    private CudaBuffer last(long bytes) {
        sent = bytes;
        CudaBuffer at = onDevice.plus(used);
        used += room(bytes);
        return at;
    }
}

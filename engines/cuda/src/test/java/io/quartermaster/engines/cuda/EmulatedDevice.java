package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The kernels on the CPU: the same {@code similarity.cu}, compiled by g++ with a header that stands
 * in for CUDA, in a process that obeys {@code emulator.cpp}'s commands. Closing it fails when
 * memory was not freed.
 */
final class EmulatedDevice implements CudaDevice {

    private final Process process;
    private final OutputStream commands;
    private final InputStream answers;
    private long lastHost;

    /** Starts one that runs the threads of a block in {@code forward, reverse, random} order. */
    EmulatedDevice(String order) {
        this(Emulator.executable(), order);
    }

    EmulatedDevice(Path executable, String order) {
        ProcessBuilder builder = new ProcessBuilder(executable.toString());
        builder.environment().put("EMULATION_ORDER", order);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands = new BufferedOutputStream(process.getOutputStream());
        answers = new BufferedInputStream(process.getInputStream());
    }

    @Override
    public String name() {
        return "emulation";
    }

    @Override
    public String version() {
        return "g++";
    }

    @Override
    public int multiprocessors() {
        return 2;
    }

    @Override
    public CudaBuffer allocate(long bytes) {
        send('A', bytes);
        return new CudaBuffer(answer(Long.BYTES).getLong());
    }

    @Override
    public void free(CudaBuffer buffer) {
        send('F', buffer.handle());
    }

    @Override
    public HostBuffer allocateHost(long bytes) {
        return new HostBuffer(++lastHost, ByteBuffer.allocate(Math.toIntExact(bytes)));
    }

    @Override
    public void freeHost(HostBuffer buffer) {}

    @Override
    public void zero(int stream, CudaBuffer buffer, long bytes) {
        write(address(buffer), ByteBuffer.allocate(Math.toIntExact(bytes)));
    }

    @Override
    public void copyIn(int stream, CudaBuffer to, HostBuffer from, long bytes) {
        write(address(to), from.bytes().duplicate().position(0).limit(Math.toIntExact(bytes)));
    }

    @Override
    public void copyOut(int stream, CudaBuffer from, HostBuffer to, long bytes) {
        send('R', address(from), bytes);
        to.bytes().duplicate().position(0).put(answer(Math.toIntExact(bytes)));
    }

    @Override
    public void run(
            int stream, Kernel kernel, int gridX, int gridY, int threads, Object... arguments) {
        long[] numbers = new long[5 + arguments.length];
        numbers[0] = Arrays.asList(Kernel.values()).indexOf(kernel);
        numbers[1] = gridX;
        numbers[2] = gridY;
        numbers[3] = threads;
        numbers[4] = arguments.length;
        for (int i = 0; i < arguments.length; i++) {
            numbers[5 + i] =
                    arguments[i] instanceof CudaBuffer buffer
                            ? address(buffer)
                            : (Integer) arguments[i];
        }
        send('L', numbers);
        answer(Long.BYTES);
    }

    /** All was done when it was given. */
    @Override
    public void await(int stream) {}

    @Override
    public void close() {
        try {
            commands.close();
            assertThat(process.waitFor()).as("exit of the emulation; 6: memory left").isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }

    private static long address(CudaBuffer buffer) {
        return buffer.handle() + buffer.offset();
    }

    private void write(long address, ByteBuffer bytes) {
        send('W', address, bytes.remaining());
        try {
            write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(char command, long... numbers) {
        ByteBuffer bytes = bytes((long) numbers.length * Long.BYTES);
        bytes.asLongBuffer().put(numbers);
        try {
            commands.write(command);
            write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        Channels.newChannel(commands).write(bytes);
    }

    private ByteBuffer answer(int count) {
        try {
            commands.flush();
            byte[] bytes = answers.readNBytes(count);
            assertThat(bytes).as("answer of the emulation").hasSize(count);
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer bytes(long count) {
        return ByteBuffer.allocate(Math.toIntExact(count)).order(ByteOrder.LITTLE_ENDIAN);
    }
}

package io.quartermaster.engines.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * A device that does nothing before it must: what was given to a stream is done when that stream is
 * waited for, and another stream's waits on. Whoever writes into a buffer too early, reads too
 * early, or forgets a wait between two streams, gets wrong answers from it.
 */
final class DeferredDevice implements CudaDevice {

    private final CudaDevice device;
    private final List<Queue<Work>> streams = new ArrayList<>();

    /** What waits, and the buffers that it needs. */
    private record Work(List<Object> needs, Runnable what) {}

    DeferredDevice(CudaDevice device) {
        this.device = device;
        for (int stream = 0; stream < STREAMS; stream++) {
            streams.add(new ArrayDeque<>());
        }
    }

    @Override
    public String name() {
        return device.name();
    }

    @Override
    public String version() {
        return device.version();
    }

    @Override
    public int multiprocessors() {
        return device.multiprocessors();
    }

    @Override
    public CudaBuffer allocate(long bytes) {
        return device.allocate(bytes);
    }

    @Override
    public void free(CudaBuffer buffer) {
        assertNothingNeeds(buffer);
        device.free(buffer);
    }

    @Override
    public HostBuffer allocateHost(long bytes) {
        return device.allocateHost(bytes);
    }

    @Override
    public void freeHost(HostBuffer buffer) {
        assertNothingNeeds(buffer);
        device.freeHost(buffer);
    }

    @Override
    public void zero(int stream, CudaBuffer buffer, long bytes) {
        give(stream, () -> device.zero(stream, buffer, bytes), buffer);
    }

    @Override
    public void copyIn(int stream, CudaBuffer to, HostBuffer from, long bytes) {
        give(stream, () -> device.copyIn(stream, to, from, bytes), to, from);
    }

    @Override
    public void copyOut(int stream, CudaBuffer from, HostBuffer to, long bytes) {
        give(stream, () -> device.copyOut(stream, from, to, bytes), from, to);
    }

    @Override
    public void run(
            int stream, Kernel kernel, int gridX, int gridY, int threads, Object... arguments) {
        give(stream, () -> device.run(stream, kernel, gridX, gridY, threads, arguments), arguments);
    }

    @Override
    public void await(int stream) {
        Queue<Work> waiting = streams.get(stream);
        while (!waiting.isEmpty()) {
            waiting.remove().what().run();
        }
    }

    @Override
    public void close() {
        assertThat(streams).as("work that still waits").allMatch(Queue::isEmpty);
        device.close();
    }

    private void give(int stream, Runnable what, Object... needs) {
        streams.get(stream).add(new Work(List.of(needs), what));
    }

    private void assertNothingNeeds(Object buffer) {
        for (Queue<Work> stream : streams) {
            for (Work work : stream) {
                assertThat(work.needs())
                        .as("freed too early")
                        .noneMatch(need -> same(need, buffer));
            }
        }
    }

    private static boolean same(Object need, Object freed) {
        if (need instanceof CudaBuffer one && freed instanceof CudaBuffer other) {
            return one.handle() == other.handle();
        }
        return need.equals(freed);
    }
}

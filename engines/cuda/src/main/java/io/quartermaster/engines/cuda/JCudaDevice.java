package io.quartermaster.engines.cuda;

import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;
import static jcuda.driver.JCudaDriver.cuCtxSetCurrent;
import static jcuda.driver.JCudaDriver.cuDeviceGet;
import static jcuda.driver.JCudaDriver.cuDeviceGetAttribute;
import static jcuda.driver.JCudaDriver.cuDeviceGetName;
import static jcuda.driver.JCudaDriver.cuDevicePrimaryCtxRelease;
import static jcuda.driver.JCudaDriver.cuDevicePrimaryCtxRetain;
import static jcuda.driver.JCudaDriver.cuDriverGetVersion;
import static jcuda.driver.JCudaDriver.cuInit;
import static jcuda.driver.JCudaDriver.cuLaunchKernel;
import static jcuda.driver.JCudaDriver.cuMemAlloc;
import static jcuda.driver.JCudaDriver.cuMemAllocHost;
import static jcuda.driver.JCudaDriver.cuMemFree;
import static jcuda.driver.JCudaDriver.cuMemFreeHost;
import static jcuda.driver.JCudaDriver.cuMemcpyDtoHAsync;
import static jcuda.driver.JCudaDriver.cuMemcpyHtoDAsync;
import static jcuda.driver.JCudaDriver.cuMemsetD8Async;
import static jcuda.driver.JCudaDriver.cuModuleGetFunction;
import static jcuda.driver.JCudaDriver.cuModuleLoadData;
import static jcuda.driver.JCudaDriver.cuModuleUnload;
import static jcuda.driver.JCudaDriver.cuStreamCreate;
import static jcuda.driver.JCudaDriver.cuStreamDestroy;
import static jcuda.driver.JCudaDriver.cuStreamSynchronize;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import jcuda.NativePointerObject;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;

/**
 * The first device of this machine through the CUDA driver: the one class that sees its API. Holds
 * the device's primary context, of which a process has one, the module, and two streams; each call
 * makes the context current first, since kernels may be used from one thread after another.
 */
final class JCudaDevice implements CudaDevice {

    private static final int NAME_BYTES = 256;

    /** The streams wait for nobody, not even for the default stream of another library. */
    private static final int CU_STREAM_NON_BLOCKING = 1;

    private final CUdevice device = new CUdevice();
    private final CUcontext context = new CUcontext();
    private final CUmodule module = new CUmodule();
    private final CUstream[] streams = new CUstream[STREAMS];
    private final Map<Kernel, CUfunction> functions = new EnumMap<>(Kernel.class);
    private final Map<Long, CUdeviceptr> buffers = new HashMap<>();
    private final Map<Long, Pointer> hostBuffers = new HashMap<>();
    private long lastHandle;
    private boolean closed;

    private JCudaDevice() {}

    /** Opens device 0 and loads the module into its context. */
    static JCudaDevice open(byte[] ptx) {
        check("cuInit", cuInit(0));
        JCudaDevice opened = new JCudaDevice();
        check("cuDeviceGet", cuDeviceGet(opened.device, 0));
        check("cuDevicePrimaryCtxRetain", cuDevicePrimaryCtxRetain(opened.context, opened.device));
        boolean loaded = false;
        try {
            opened.loadModule(ptx);
            opened.makeStreams();
            loaded = true;
        } finally {
            if (!loaded) {
                cuDevicePrimaryCtxRelease(opened.device);
            }
        }
        return opened;
    }

    @Override
    public String name() {
        byte[] name = new byte[NAME_BYTES];
        check("cuDeviceGetName", cuDeviceGetName(name, NAME_BYTES, device));
        return new String(name, StandardCharsets.UTF_8).trim();
    }

    @Override
    public String version() {
        int[] version = new int[1];
        check("cuDriverGetVersion", cuDriverGetVersion(version));
        return "driver %d.%d".formatted(version[0] / 1000, version[0] % 1000 / 10);
    }

    @Override
    public int multiprocessors() {
        int[] count = new int[1];
        check(
                "cuDeviceGetAttribute",
                cuDeviceGetAttribute(count, CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, device));
        return count[0];
    }

    @Override
    public CudaBuffer allocate(long bytes) {
        makeCurrent();
        CUdeviceptr pointer = new CUdeviceptr();
        check("cuMemAlloc", cuMemAlloc(pointer, bytes));
        buffers.put(++lastHandle, pointer);
        return new CudaBuffer(lastHandle);
    }

    @Override
    public void free(CudaBuffer buffer) {
        makeCurrent();
        check("cuMemFree", cuMemFree(buffers.remove(buffer.handle())));
    }

    @Override
    public HostBuffer allocateHost(long bytes) {
        makeCurrent();
        Pointer pointer = new Pointer();
        check("cuMemAllocHost", cuMemAllocHost(pointer, bytes));
        hostBuffers.put(++lastHandle, pointer);
        return new HostBuffer(lastHandle, pointer.getByteBuffer(0, bytes));
    }

    @Override
    public void freeHost(HostBuffer buffer) {
        makeCurrent();
        check("cuMemFreeHost", cuMemFreeHost(hostBuffers.remove(buffer.handle())));
    }

    @Override
    public void zero(int stream, CudaBuffer buffer, long bytes) {
        makeCurrent();
        check(
                "cuMemsetD8Async",
                cuMemsetD8Async(pointer(buffer), (byte) 0, bytes, streams[stream]));
    }

    @Override
    public void copyIn(int stream, CudaBuffer to, HostBuffer from, long bytes) {
        if (bytes > 0) {
            makeCurrent();
            Pointer source = hostBuffers.get(from.handle());
            check(
                    "cuMemcpyHtoDAsync",
                    cuMemcpyHtoDAsync(pointer(to), source, bytes, streams[stream]));
        }
    }

    @Override
    public void copyOut(int stream, CudaBuffer from, HostBuffer to, long bytes) {
        if (bytes > 0) {
            makeCurrent();
            Pointer target = hostBuffers.get(to.handle());
            check(
                    "cuMemcpyDtoHAsync",
                    cuMemcpyDtoHAsync(target, pointer(from), bytes, streams[stream]));
        }
    }

    @Override
    public void run(
            int stream, Kernel kernel, int gridX, int gridY, int threads, Object... arguments) {
        makeCurrent();
        NativePointerObject[] pointers = new NativePointerObject[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            pointers[i] = argument(arguments[i]);
        }
        check(
                "cuLaunchKernel " + kernel.symbol(),
                cuLaunchKernel(
                        functions.get(kernel),
                        gridX,
                        gridY,
                        1,
                        threads,
                        1,
                        1,
                        0,
                        streams[stream],
                        Pointer.to(pointers),
                        null));
    }

    @Override
    public void await(int stream) {
        makeCurrent();
        check("cuStreamSynchronize", cuStreamSynchronize(streams[stream]));
    }

    /** Releases all that is held. A lost device cannot be asked, so codes are not looked at. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        cuCtxSetCurrent(context);
        for (CUstream stream : streams) {
            cuStreamSynchronize(stream);
            cuStreamDestroy(stream);
        }
        buffers.values().forEach(jcuda.driver.JCudaDriver::cuMemFree);
        hostBuffers.values().forEach(jcuda.driver.JCudaDriver::cuMemFreeHost);
        buffers.clear();
        hostBuffers.clear();
        cuModuleUnload(module);
        cuDevicePrimaryCtxRelease(device);
    }

    private void loadModule(byte[] ptx) {
        makeCurrent();
        check("cuModuleLoadData", cuModuleLoadData(module, ptx));
        for (Kernel kernel : Kernel.values()) {
            CUfunction function = new CUfunction();
            check(
                    "cuModuleGetFunction " + kernel.symbol(),
                    cuModuleGetFunction(function, module, kernel.symbol()));
            functions.put(kernel, function);
        }
    }

    private void makeStreams() {
        for (int i = 0; i < STREAMS; i++) {
            streams[i] = new CUstream();
            check("cuStreamCreate", cuStreamCreate(streams[i], CU_STREAM_NON_BLOCKING));
        }
    }

    private void makeCurrent() {
        check("cuCtxSetCurrent", cuCtxSetCurrent(context));
    }

    private CUdeviceptr pointer(CudaBuffer buffer) {
        return buffer.equals(CudaBuffer.NULL)
                ? new CUdeviceptr()
                : buffers.get(buffer.handle()).withByteOffset(buffer.offset());
    }

    private Pointer argument(Object value) {
        return value instanceof CudaBuffer buffer
                ? Pointer.to(pointer(buffer))
                : Pointer.to(new int[] {(Integer) value});
    }

    private static void check(String call, int code) {
        if (code != CUresult.CUDA_SUCCESS) {
            throw new CudaFailure(
                    call,
                    CUresult.stringFor(code) + " (" + code + ")",
                    code == CUresult.CUDA_ERROR_OUT_OF_MEMORY);
        }
    }
}

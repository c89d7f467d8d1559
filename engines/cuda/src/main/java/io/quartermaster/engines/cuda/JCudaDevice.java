package io.quartermaster.engines.cuda;

import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;
import static jcuda.driver.JCudaDriver.cuCtxSetCurrent;
import static jcuda.driver.JCudaDriver.cuCtxSynchronize;
import static jcuda.driver.JCudaDriver.cuDeviceGet;
import static jcuda.driver.JCudaDriver.cuDeviceGetAttribute;
import static jcuda.driver.JCudaDriver.cuDeviceGetName;
import static jcuda.driver.JCudaDriver.cuDevicePrimaryCtxRelease;
import static jcuda.driver.JCudaDriver.cuDevicePrimaryCtxRetain;
import static jcuda.driver.JCudaDriver.cuDriverGetVersion;
import static jcuda.driver.JCudaDriver.cuInit;
import static jcuda.driver.JCudaDriver.cuLaunchKernel;
import static jcuda.driver.JCudaDriver.cuMemAlloc;
import static jcuda.driver.JCudaDriver.cuMemFree;
import static jcuda.driver.JCudaDriver.cuMemcpyDtoH;
import static jcuda.driver.JCudaDriver.cuMemcpyHtoD;
import static jcuda.driver.JCudaDriver.cuModuleGetFunction;
import static jcuda.driver.JCudaDriver.cuModuleLoadData;
import static jcuda.driver.JCudaDriver.cuModuleUnload;

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

/**
 * The first device of this machine through the CUDA driver: the one class that sees its API. Holds
 * the device's primary context and the module; each call makes the context current first, since
 * kernels may be used from one thread after another.
 */
final class JCudaDevice implements CudaDevice {

    private static final int NAME_BYTES = 256;

    private final CUdevice device = new CUdevice();
    private final CUcontext context = new CUcontext();
    private final CUmodule module = new CUmodule();
    private final Map<Kernel, CUfunction> functions = new EnumMap<>(Kernel.class);
    private final Map<Long, CUdeviceptr> buffers = new HashMap<>();
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
    public void copyIn(CudaBuffer buffer, long byteOffset, float[] values) {
        copyIn(buffer, byteOffset, Pointer.to(values), (long) values.length * Float.BYTES);
    }

    @Override
    public void copyIn(CudaBuffer buffer, int[] values) {
        copyIn(buffer, 0, Pointer.to(values), (long) values.length * Integer.BYTES);
    }

    @Override
    public void copyIn(CudaBuffer buffer, long[] values) {
        copyIn(buffer, 0, Pointer.to(values), (long) values.length * Long.BYTES);
    }

    @Override
    public void copyOut(CudaBuffer buffer, long[] values) {
        makeCurrent();
        long bytes = (long) values.length * Long.BYTES;
        check("cuMemcpyDtoH", cuMemcpyDtoH(Pointer.to(values), pointer(buffer), bytes));
    }

    @Override
    public void run(Kernel kernel, int gridX, int gridY, int threads, Object... arguments) {
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
                        null,
                        Pointer.to(pointers),
                        null));
        check("cuCtxSynchronize after " + kernel.symbol(), cuCtxSynchronize());
    }

    /** Releases all that is held. A lost device cannot be asked, so codes are not looked at. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        cuCtxSetCurrent(context);
        buffers.values().forEach(jcuda.driver.JCudaDriver::cuMemFree);
        buffers.clear();
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

    private void makeCurrent() {
        check("cuCtxSetCurrent", cuCtxSetCurrent(context));
    }

    private void copyIn(CudaBuffer buffer, long byteOffset, Pointer values, long bytes) {
        if (bytes > 0) {
            makeCurrent();
            CUdeviceptr target = pointer(buffer).withByteOffset(byteOffset);
            check("cuMemcpyHtoD", cuMemcpyHtoD(target, values, bytes));
        }
    }

    private CUdeviceptr pointer(CudaBuffer buffer) {
        return buffer.equals(CudaBuffer.NULL) ? new CUdeviceptr() : buffers.get(buffer.handle());
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

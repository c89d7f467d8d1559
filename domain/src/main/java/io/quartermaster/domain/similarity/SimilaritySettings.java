package io.quartermaster.domain.similarity;

import io.quartermaster.domain.engine.EngineChoice;
import java.io.Serializable;

/**
 * How similarity is computed; never what comes out.
 *
 * @param engine {@code auto} or the name of one
 * @param threads that a call is spread over on a CPU; 0 for all cores
 * @param deviceBytes most memory that a kernel takes on a device; what needs more is answered by
 *     the CPU
 */
public record SimilaritySettings(String engine, int threads, long deviceBytes)
        implements Serializable {

    /** Key of the option that names the engine. */
    public static final String ENGINE_KEY = "similarity.engine";

    /** Key of the option of threads. */
    public static final String THREADS_KEY = "similarity.threads";

    /** Key of the option of device memory. */
    public static final String DEVICE_MEMORY_KEY = "similarity.device-memory";

    /** Bytes of device memory where nothing else is asked: 4 GiB. */
    public static final long DEVICE_BYTES = 4L << 30;

    /** The best engine that is there, one thread. */
    public static final SimilaritySettings DEFAULT = of(EngineChoice.AUTO);

    public SimilaritySettings {
        if (threads < 0) {
            throw new IllegalArgumentException(
                    "The option (%s), %d, must be 0 or more.\nMaybe 0, which is all cores."
                            .formatted(THREADS_KEY, threads));
        }
        if (deviceBytes < 0) {
            throw new IllegalArgumentException(
                    "The option (%s), %d bytes, must be 0 or more.\nMaybe 4 gb."
                            .formatted(DEVICE_MEMORY_KEY, deviceBytes));
        }
    }

    /** A named engine, one thread. */
    public static SimilaritySettings of(String engine) {
        return new SimilaritySettings(engine, 1, DEVICE_BYTES);
    }

    /** The same with so many threads; 0 for all cores. */
    public SimilaritySettings withThreads(int number) {
        return new SimilaritySettings(engine, number, deviceBytes);
    }
}

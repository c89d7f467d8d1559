package io.quartermaster.engines.tensorflow;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import com.sun.jna.Function;
import com.sun.jna.Platform;
import io.quartermaster.domain.engine.EngineStatus;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.ConfigProto;

/**
 * The native library: found, loaded once, and told to be quiet, offline and deterministic.
 *
 * <p>It comes from the folder that the environment variable {@code TENSORFLOW_LIBRARY_PATH} names,
 * else from the class path (unpacked once into JavaCPP's cache). Nothing is ever downloaded.
 */
final class TensorflowLibrary {

    static final String NAME = "tensorflow";

    /** Errors only: the library's own log goes to stderr past any logging framework. */
    private static final String LOG_LEVEL = "3";

    private TensorflowLibrary() {}

    /** Whether the library works here; loads it when it is there. */
    static EngineStatus probe() {
        if (!isSupported(System.getProperty("os.name"), System.getProperty("os.arch"))) {
            return EngineStatus.missing(
                    NAME,
                    "its native library is for linux-x86_64, this is %s-%s"
                            .formatted(
                                    System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        try {
            load();
            return EngineStatus.available(NAME, TensorFlow.version(), "cpu");
        } catch (EngineException | LinkageError e) {
            return EngineStatus.missing(NAME, "its native library does not load: " + cause(e));
        }
    }

    static boolean isSupported(String system, String architecture) {
        return system.equals("Linux")
                && (architecture.equals("amd64") || architecture.equals("x86_64"));
    }

    /** Loads the library if that has not happened yet. */
    static void load() {
        Holder.load();
    }

    /** One thread within an operation, and the caller's own thread for all of them. */
    static ConfigProto session() {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(1)
                .setInterOpParallelismThreads(-1)
                .build();
    }

    private static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(cause.getClass().getSimpleName());
    }

    /** Loads on first use, guarded by the class loader's own lock. */
    private static final class Holder {
        private static final Engine ENGINE = start();

        private static void load() {
            if (ENGINE == null) {
                throw new EngineException("DJL knows no engine named TensorFlow");
            }
        }

        private static Engine start() {
            setDefault("ai.djl.offline", "true");
            setDefault("OPT_OUT_TRACKING", "true");
            setDefault("ai.djl.tensorflow.num_intraop_threads", "1");
            setDefault("ai.djl.tensorflow.num_interop_threads", "-1");
            quiet();
            return Engine.getEngine("TensorFlow");
        }

        private static void setDefault(String key, String value) {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        }

        /** The log level is read from the process environment, which Java cannot write itself. */
        private static void quiet() {
            if (System.getenv("TF_CPP_MIN_LOG_LEVEL") == null) {
                Function.getFunction(Platform.C_LIBRARY_NAME, "setenv")
                        .invokeInt(new Object[] {"TF_CPP_MIN_LOG_LEVEL", LOG_LEVEL, 1});
            }
        }
    }
}

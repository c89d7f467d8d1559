package io.quartermaster.engines.vector;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.quartermaster.domain.engine.EngineStatus;
import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.PostingsSparseKernel;
import io.quartermaster.domain.similarity.SimilarityEngine;
import io.quartermaster.domain.similarity.SimilarityKernel;
import io.quartermaster.domain.similarity.SimilaritySettings;
import io.quartermaster.domain.similarity.SparseSimilarityKernel;
import io.quartermaster.domain.similarity.TurnedSimilarityKernel;
import io.quartermaster.domain.similarity.WarmUp;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;

/** Opens kernels that keep their sums in vector registers, by the JDK's Vector API. */
public final class VectorSimilarityEngine implements SimilarityEngine {

    private static final String MODULE = "jdk.incubator.vector";
    private static final int LAST_COMPILER = 4;

    /**
     * Until its code is compiled a vector is an object, which costs some 0.3 s; the panel takes as
     * much longer for so many products.
     */
    private static final WarmUp WARM_UP = new WarmUp(1L << 34);

    private static final EngineUse USE = new EngineUse();

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public EngineStatus probe() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return EngineStatus.missing(name(), whyMissing());
        }
        if (!lastCompilerWorks()) {
            return EngineStatus.missing(
                    name(), "Java was started with -XX:TieredStopAtLevel below 4");
        }
        return EngineStatus.available(
                name(), System.getProperty("java.version", ""), LaneStore.device());
    }

    @Override
    public SimilarityKernel open(SimilaritySettings settings) {
        if (!probe().available()) {
            throw new IllegalStateException(
                    "The Vector API is not available: " + probe().reason() + ".");
        }
        return new TurnedSimilarityKernel(name(), USE, settings.threads(), LaneStore::new, WARM_UP);
    }

    @Override
    public SparseSimilarityKernel openSparse(SimilaritySettings settings) {
        return new PostingsSparseKernel(name(), USE, settings.threads());
    }

    @Override
    public EngineUse use() {
        return USE;
    }

    /** Without it each vector is an object, and slower than the scalar loop. */
    private static boolean lastCompilerWorks() {
        HotSpotDiagnosticMXBean machine =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return machine == null
                || Integer.parseInt(machine.getVMOption("TieredStopAtLevel").getValue())
                        >= LAST_COMPILER;
    }

    private static String whyMissing() {
        return ModuleFinder.ofSystem().find(MODULE).isPresent()
                ? "Java was started without --add-modules "
                        + MODULE
                        + ", which bin/quartermaster similar has"
                : "this Java has no module " + MODULE;
    }
}

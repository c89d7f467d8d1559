package io.quartermaster.udfs.similarity;

import io.quartermaster.domain.engine.EngineChoice;
import io.quartermaster.domain.similarity.SimilaritySettings;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.table.functions.FunctionContext;

/** The settings of similarity as job parameters, spelt as the options are. */
final class SimilarityParameters {

    private SimilarityParameters() {}

    static SimilaritySettings of(FunctionContext context) {
        SimilaritySettings otherwise = SimilaritySettings.DEFAULT;
        String threads = Integer.toString(otherwise.threads());
        String memory = otherwise.deviceBytes() + "b";
        return new SimilaritySettings(
                context.getJobParameter(SimilaritySettings.ENGINE_KEY, EngineChoice.AUTO),
                Integer.parseInt(context.getJobParameter(SimilaritySettings.THREADS_KEY, threads)),
                MemorySize.parse(
                                context.getJobParameter(
                                        SimilaritySettings.DEVICE_MEMORY_KEY, memory))
                        .getBytes());
    }
}

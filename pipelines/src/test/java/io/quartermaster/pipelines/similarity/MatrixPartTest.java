package io.quartermaster.pipelines.similarity;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.similarity.MatrixPart;
import io.quartermaster.domain.similarity.ScalarSimilarityKernel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** A matrix can lie in a list state of Flink. */
class MatrixPartTest {

    @Test
    void serialisesWithoutKryo() {
        assertThatCode(() -> assertSerializedAsPojoWithoutKryo(MatrixPart.class))
                .doesNotThrowAnyException();
    }

    @Test
    void comesBackFromBytesAsItWas() throws IOException {
        try (ScalarSimilarityKernel kernel = new ScalarSimilarityKernel(new EngineUse());
                ScalarSimilarityKernel restored = new ScalarSimilarityKernel(new EngineUse())) {
            kernel.load(new float[3000][500]);
            kernel.upsert(new int[] {7, 2999}, new float[][] {filled(1.5f), filled(-2f)});
            kernel.delete(8);
            List<MatrixPart> parts = kernel.snapshot();
            assertThat(parts).hasSizeGreaterThan(1);
            restored.restore(throughBytes(parts));
            assertThat(restored.version()).isEqualTo(kernel.version());
            assertThat(restored.snapshot()).usingRecursiveComparison().isEqualTo(kernel.snapshot());
        }
    }

    private static List<MatrixPart> throughBytes(List<MatrixPart> parts) throws IOException {
        TypeSerializer<MatrixPart> serializer =
                TypeInformation.of(MatrixPart.class).createSerializer(new SerializerConfigImpl());
        List<MatrixPart> back = new ArrayList<>();
        for (MatrixPart part : parts) {
            DataOutputSerializer out = new DataOutputSerializer(64);
            serializer.serialize(part, out);
            back.add(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())));
        }
        return back;
    }

    private static float[] filled(float value) {
        float[] vector = new float[500];
        java.util.Arrays.fill(vector, value);
        return vector;
    }
}

package io.quartermaster.pipelines.forecast.series;

import io.quartermaster.pipelines.event.PlainTypes;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** Reads a file of series on one task; Flink uncompresses. */
public final class SeriesFormat extends SimpleStreamFormat<SeriesChunk> {

    private static final long serialVersionUID = 1L;

    private final SeriesFile file;

    SeriesFormat(SeriesFile file) {
        this.file = file;
    }

    @Override
    public StreamFormat.Reader<SeriesChunk> createReader(
            Configuration configuration, FSDataInputStream stream) {
        return new ChunkReader(file.rows(stream));
    }

    @Override
    public TypeInformation<SeriesChunk> getProducedType() {
        return PlainTypes.of(SeriesChunk.class);
    }

    private record ChunkReader(SeriesRows rows) implements StreamFormat.Reader<SeriesChunk> {

        @Override
        public SeriesChunk read() {
            return rows.read();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}

package io.quartermaster.pipelines.event;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** Reads the elements of a channel from its file. */
final class JsonLinesFormat<T> extends SimpleStreamFormat<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    JsonLinesFormat(Class<T> type) {
        this.type = type;
    }

    @Override
    public StreamFormat.Reader<T> createReader(
            Configuration configuration, FSDataInputStream stream) throws IOException {
        return new Lines<>(JsonCodec.of(type).readAll(stream));
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return PlainTypes.of(type);
    }

    private record Lines<T>(MappingIterator<T> elements) implements StreamFormat.Reader<T> {

        @Override
        public T read() throws IOException {
            return elements.hasNextValue() ? elements.nextValue() : null;
        }

        @Override
        public void close() throws IOException {
            elements.close();
        }
    }
}

package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.impl.StreamFormatAdapter;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/**
 * Reads each file of an input by what its name says. Flink's adapter of stream formats
 * uncompresses, batches and resumes; it is asked anew for each file, since a stream format is not
 * told which file it reads.
 */
final class RawFileFormat implements BulkFormat<RawRecord, FileSourceSplit> {

    private static final long serialVersionUID = 1L;

    private final RawForm form;
    private final String[] files;
    private transient RawTranslator translator;

    RawFileFormat(RawInput input) {
        this.form = input.form();
        this.files = input.files().stream().map(Path::toString).toArray(String[]::new);
    }

    @Override
    public Reader<RawRecord> createReader(Configuration configuration, FileSourceSplit split)
            throws IOException {
        return adapter(split).createReader(configuration, split);
    }

    @Override
    public Reader<RawRecord> restoreReader(Configuration configuration, FileSourceSplit split)
            throws IOException {
        return adapter(split).restoreReader(configuration, split);
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return PlainTypes.of(RawRecord.class);
    }

    private StreamFormatAdapter<RawRecord> adapter(FileSourceSplit split) throws IOException {
        if (translator == null) {
            translator = form.translator(List.of(files).stream().map(Path::of).toList());
        }
        return new StreamFormatAdapter<>(new OneFile(split.path().getName(), form, translator));
    }

    /** The stream format of one file, made and used on one task: never sent anywhere. */
    private static final class OneFile extends SimpleStreamFormat<RawRecord> {

        private static final long serialVersionUID = 1L;

        private final String name;
        private final RawForm form;
        private final transient RawTranslator translator;

        OneFile(String name, RawForm form, RawTranslator translator) {
            this.name = name;
            this.form = form;
            this.translator = translator;
        }

        @Override
        public StreamFormat.Reader<RawRecord> createReader(
                Configuration configuration, FSDataInputStream stream) {
            String kind = form.kindOf(name).orElseThrow().label();
            return new TranslatingReader(RawReader.open(name, kind, stream), translator);
        }

        @Override
        public TypeInformation<RawRecord> getProducedType() {
            return PlainTypes.of(RawRecord.class);
        }
    }

    private record TranslatingReader(RawReader lines, RawTranslator translator)
            implements StreamFormat.Reader<RawRecord> {

        @Override
        public RawRecord read() throws IOException {
            RawRecord line = lines.read();
            return line == null ? null : translator.translate(line);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}

package io.quartermaster.pipelines.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawFileFormatTest {

    private static final String STOCK =
            "id,time,item,place,on_hand\ns1,1000,A,main,1\ns2,1000,B,main,2\ns3,1000,C,main,3\n";

    @TempDir private Path folder;

    @Test
    void readsACompressedFile() throws IOException {
        assertThat(read(compressed(), null)).containsExactly("2 s1", "3 s2", "4 s3");
    }

    @Test
    void resumesBehindTheRecordsThatWereRead() throws IOException {
        CheckpointedPosition twoRead = new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, 2);
        assertThat(read(compressed(), twoRead)).containsExactly("4 s3");
    }

    private Path compressed() throws IOException {
        Path file = folder.resolve("stock.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(STOCK.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private List<String> read(Path file, CheckpointedPosition position) throws IOException {
        RawFileFormat format = new RawFileFormat(RawInput.events(folder));
        long length = Files.size(file);
        FileSourceSplit split =
                new FileSourceSplit(
                        "one",
                        new org.apache.flink.core.fs.Path(file.toUri()),
                        0,
                        length,
                        0,
                        length,
                        new String[0],
                        position);
        List<String> all = new ArrayList<>();
        try (BulkFormat.Reader<RawRecord> reader =
                position == null
                        ? format.createReader(new Configuration(), split)
                        : format.restoreReader(new Configuration(), split)) {
            BulkFormat.RecordIterator<RawRecord> batch = reader.readBatch();
            while (batch != null) {
                RecordAndPosition<RawRecord> next = batch.next();
                while (next != null) {
                    all.add(next.getRecord().line() + " " + next.getRecord().value("id"));
                    next = batch.next();
                }
                batch.releaseBatch();
                batch = reader.readBatch();
            }
        }
        return all;
    }
}

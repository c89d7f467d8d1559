package io.quartermaster.pipelines.forecast.series;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes the blocks of each subtask into {@link BlockFiles} of its own. */
public final class BlockSink implements Sink<SeriesBlock> {

    private static final long serialVersionUID = 1L;

    private final String folder;

    /**
     * @param folder on this machine, which is there already
     */
    BlockSink(String folder) {
        this.folder = folder;
    }

    @Override
    @Deprecated
    public SinkWriter<SeriesBlock> createWriter(InitContext context) {
        throw new UnsupportedOperationException("Flink calls the other one.");
    }

    @Override
    public SinkWriter<SeriesBlock> createWriter(WriterInitContext context) throws IOException {
        BlockFiles.Part part =
                BlockFiles.part(folder, context.getTaskInfo().getIndexOfThisSubtask());
        return new SinkWriter<>() {
            @Override
            public void write(SeriesBlock block, Context context) throws IOException {
                part.write(block);
            }

            @Override
            public void flush(boolean endOfInput) throws IOException {
                part.flush();
            }

            @Override
            public void close() throws IOException {
                part.close();
            }
        };
    }
}

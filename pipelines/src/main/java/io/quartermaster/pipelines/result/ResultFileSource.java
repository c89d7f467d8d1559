package io.quartermaster.pipelines.result;

import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.SourceProvider;
import org.apache.flink.table.connector.source.abilities.SupportsProjectionPushDown;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;

/** Reads one result file, and of it only the columns that a query asks for. */
public final class ResultFileSource implements ScanTableSource, SupportsProjectionPushDown {

    private final String path;
    private RowType type;

    ResultFileSource(String path, RowType type) {
        this.path = path;
        this.type = type;
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return ChangelogMode.insertOnly();
    }

    @Override
    public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
        return SourceProvider.of(
                FileSource.forRecordStreamFormat(new ResultFileFormat(type), new Path(path))
                        .build());
    }

    @Override
    public boolean supportsNestedProjection() {
        return false;
    }

    @Override
    public void applyProjection(int[][] projected, DataType produced) {
        type = (RowType) produced.getLogicalType();
    }

    @Override
    public DynamicTableSource copy() {
        return new ResultFileSource(path, type);
    }

    @Override
    public String asSummaryString() {
        return ResultFileFactory.IDENTIFIER + " " + path;
    }
}

package io.quartermaster.pipelines.result;

import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.logical.RowType;

/**
 * The connector {@value #IDENTIFIER}: one CSV file of a run as a bounded table. Columns are found
 * by their name in the header, which Flink's own CSV format cannot read.
 */
public final class ResultFileFactory implements DynamicTableSourceFactory {

    /** Name of the connector in SQL. */
    public static final String IDENTIFIER = "result-file";

    /** Where the file lies. */
    public static final ConfigOption<String> PATH =
            ConfigOptions.key("path")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("CSV file with a header, as a run leaves it under csv/.");

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(PATH);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validate();
        return new ResultFileSource(
                helper.getOptions().get(PATH),
                (RowType) context.getPhysicalRowDataType().getLogicalType());
    }
}

package io.quartermaster.pipelines.similarity;

import io.quartermaster.domain.similarity.SimilarityMeasure;
import io.quartermaster.domain.similarity.SimilaritySettings;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

/**
 * The connector {@value #IDENTIFIER}: a file of vectors as a table to look up in, which answers
 * with the vectors nearest to the one that is asked with. Columns are those that Flink's
 * VECTOR_SEARCH (2.2) gives, all of the vector table and {@code score}; {@code query} is what a
 * lookup join asks with, in whatever order:
 *
 * <pre>
 * CREATE TABLE look_alikes (id STRING, vector ARRAY&lt;DOUBLE&gt;, score DOUBLE, query ARRAY&lt;DOUBLE&gt;)
 *   WITH ('connector' = 'vector-file', 'path' = 'vectors.csv', 'top-k' = '5')
 * </pre>
 */
public final class VectorFileFactory implements DynamicTableSourceFactory {

    /** Name of the connector in SQL. */
    public static final String IDENTIFIER = "vector-file";

    /** Where the file lies. */
    public static final ConfigOption<String> PATH =
            ConfigOptions.key("path")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Table of an id and numbers, with a header, as the verb similar reads it; read when the job starts.");

    /** How many rows answer a query. */
    public static final ConfigOption<Integer> TOP_K =
            ConfigOptions.key("top-k")
                    .intType()
                    .defaultValue(10)
                    .withDescription("Rows that answer a query at most, 1 to 1,024.");

    /** How vectors are compared. */
    public static final ConfigOption<SimilarityMeasure> MEASURE =
            ConfigOptions.key("measure")
                    .enumType(SimilarityMeasure.class)
                    .defaultValue(SimilarityMeasure.COSINE)
                    .withDescription("How vectors are compared: cosine or inner_product.");

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
        return Set.of(TOP_K, MEASURE, SimilarityOptions.ENGINE);
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validate();
        ReadableConfig options = helper.getOptions();
        VectorSearch search =
                new VectorSearch(
                        options.get(PATH),
                        options.get(TOP_K),
                        options.get(MEASURE),
                        SimilaritySettings.of(options.get(SimilarityOptions.ENGINE)));
        RowType type = (RowType) context.getPhysicalRowDataType().getLogicalType();
        return new VectorFileSource(search, fields(type));
    }

    private static List<VectorField> fields(RowType type) {
        List<VectorField> fields =
                type.getFields().stream()
                        .map(field -> field(field.getName(), field.getType()))
                        .toList();
        if (!fields.contains(VectorField.QUERY)) {
            throw new IllegalArgumentException(
                    "A table of the connector (%s) has no column (query), so nobody can ask it.\nMaybe add query ARRAY<DOUBLE>."
                            .formatted(IDENTIFIER));
        }
        return fields;
    }

    private static VectorField field(String name, LogicalType type) {
        for (VectorField field : VectorField.values()) {
            if (field.column().equals(name) && type.copy(true).equals(field.type())) {
                return field;
            }
        }
        throw new IllegalArgumentException(
                "A table of the connector (%s) cannot have the column (%s %s).\nMaybe one of: id STRING, vector ARRAY<DOUBLE>, score DOUBLE, query ARRAY<DOUBLE>."
                        .formatted(IDENTIFIER, name, type.asSummaryString()));
    }
}

package io.quartermaster.pipelines.similarity;

import java.util.Locale;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;

/** What a table of vectors tells of a neighbour. */
enum VectorField {
    /** Its name. */
    ID,
    /** Its numbers. */
    VECTOR,
    /** How near it is. */
    SCORE,
    /** What was asked with. */
    QUERY;

    /** Name of its column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    LogicalType type() {
        DataType type =
                switch (this) {
                    case ID -> DataTypes.STRING();
                    case SCORE -> DataTypes.DOUBLE();
                    case VECTOR, QUERY -> DataTypes.ARRAY(DataTypes.DOUBLE());
                };
        return type.getLogicalType();
    }
}

package io.quartermaster.pipelines.similarity;

import java.util.Locale;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;

/** What a table of vectors tells of a neighbour. */
enum VectorField {
    /** Its name. */
    ID(DataTypes.STRING()),
    /** Its numbers. */
    VECTOR(DataTypes.ARRAY(DataTypes.DOUBLE())),
    /** How near it is. */
    SCORE(DataTypes.DOUBLE()),
    /** What was asked with. */
    QUERY(DataTypes.ARRAY(DataTypes.DOUBLE()));

    private final LogicalType type;

    VectorField(DataType type) {
        this.type = type.getLogicalType();
    }

    /** Name of its column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    LogicalType type() {
        return type;
    }
}

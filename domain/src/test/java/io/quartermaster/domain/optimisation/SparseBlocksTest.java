package io.quartermaster.domain.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SparseBlocksTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void buildersWriteColumnsAndRowsInTheirOrder() {
        ColumnBlock.Builder columns = new ColumnBlock.Builder();
        RowBlock.Builder rows = new RowBlock.Builder();
        for (int i = 0; i < 40; i++) {
            columns.entry(i, i + 1).entry(i + 1, 2).endColumn(i, 0, NONE);
            rows.entry(i, 3).endRow(-NONE, i);
        }
        ColumnBlock block = columns.build();
        assertThat(block.count()).isEqualTo(40);
        assertThat(block.starts()).hasSize(41).startsWith(0, 2, 4).endsWith(80);
        assertThat(block.rows()).startsWith(0, 1, 1, 2);
        assertThat(block.values()).startsWith(1, 2, 2, 2);
        assertThat(block.cost()).endsWith(39);
        RowBlock made = rows.build();
        assertThat(made.count()).isEqualTo(40);
        assertThat(made.right()).endsWith(39);
        assertThat(made.columns()).endsWith(39);
    }

    @Test
    void refusesWhatIsNoNumberAndLimitsThatCross() {
        assertThatThrownBy(() -> new ColumnBlock.Builder().endColumn(Double.NaN, 0, 1).build())
                .hasMessage("The cost 0 (NaN) must be a finite number.");
        assertThatThrownBy(
                        () ->
                                new ColumnBlock.Builder()
                                        .entry(0, Double.NaN)
                                        .endColumn(1, 0, 1)
                                        .build())
                .hasMessage("The value of entry 0 (NaN) must be a finite number.");
        assertThatThrownBy(() -> new RowBlock.Builder().endRow(3, 2).build())
                .hasMessage(
                        "The limits (3.0, 2.0) of row 0 must be numbers, the lower not above the upper.");
        assertThatThrownBy(() -> new RowBlock.Builder().endRow(Double.NaN, 2).build())
                .hasMessage(
                        "The limits (NaN, 2.0) of row 0 must be numbers, the lower not above the upper.");
    }

    @Test
    void refusesStartsThatDoNotFit() {
        double[] one = {1};
        assertThatThrownBy(() -> new RowBlock(one, one, new int[] {0, 2}, new int[] {0}, one))
                .hasMessage("The starts (2) and entries (1, 1) must fit the rows (1).");
        assertThatThrownBy(
                        () ->
                                new RowBlock(
                                        new double[2],
                                        new double[2],
                                        new int[] {0, 2, 1},
                                        new int[] {0},
                                        one))
                .hasMessage("The starts of row (1) must not fall.");
    }
}

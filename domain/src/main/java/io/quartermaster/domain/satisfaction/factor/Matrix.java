package io.quartermaster.domain.satisfaction.factor;

/**
 * A small dense matrix.
 *
 * @param values by row and column
 */
record Matrix(double[][] values) {

    static Matrix identity(int n) {
        double[][] values = new double[n][n];
        for (int i = 0; i < n; i++) {
            values[i][i] = 1;
        }
        return new Matrix(values);
    }

    int rows() {
        return values.length;
    }

    int columns() {
        return values.length == 0 ? 0 : values[0].length;
    }

    Matrix copy() {
        double[][] copy = new double[rows()][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i].clone();
        }
        return new Matrix(copy);
    }

    Matrix transposed() {
        double[][] turned = new double[columns()][rows()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                turned[j][i] = values[i][j];
            }
        }
        return new Matrix(turned);
    }

    Matrix times(Matrix other) {
        double[][] product = new double[rows()][other.columns()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < other.columns(); j++) {
                for (int k = 0; k < columns(); k++) {
                    product[i][j] += values[i][k] * other.values[k][j];
                }
            }
        }
        return new Matrix(product);
    }

    /** The inverse, by Gauss-Jordan with the largest pivot; NaN or infinite where singular. */
    Matrix inverse() {
        int n = rows();
        Matrix left = copy();
        Matrix right = identity(n);
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column; i < n; i++) {
                boolean larger =
                        Math.abs(left.values[i][column]) > Math.abs(left.values[pivot][column]);
                pivot = larger ? i : pivot;
            }
            left.swap(column, pivot);
            right.swap(column, pivot);
            double by = left.values[column][column];
            left.scale(column, 1 / by);
            right.scale(column, 1 / by);
            for (int i = 0; i < n; i++) {
                double factor = left.values[i][column];
                if (i != column && factor != 0) {
                    left.addRow(i, column, -factor);
                    right.addRow(i, column, -factor);
                }
            }
        }
        return right;
    }

    private void swap(int a, int b) {
        double[] row = values[a];
        values[a] = values[b];
        values[b] = row;
    }

    private void scale(int row, double by) {
        for (int j = 0; j < columns(); j++) {
            values[row][j] *= by;
        }
    }

    private void addRow(int to, int from, double times) {
        for (int j = 0; j < columns(); j++) {
            values[to][j] += times * values[from][j];
        }
    }
}

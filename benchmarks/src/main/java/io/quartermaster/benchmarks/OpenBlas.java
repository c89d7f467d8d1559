package io.quartermaster.benchmarks;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/**
 * OpenBLAS' sgemm on one thread, the peer of the similarity kernels on a CPU: the products alone,
 * with no selection. The matrix lies both ways, since either may suit it better.
 */
final class OpenBlas implements AutoCloseable {

    private final int queries;
    private final int rows;
    private final int dimensions;
    private final FloatPointer left;
    private final FloatPointer right;
    private final FloatPointer turned;
    private final FloatPointer products;

    OpenBlas(float[][] queries, float[][] vectors) {
        blas_set_num_threads(1);
        this.queries = queries.length;
        this.rows = vectors.length;
        this.dimensions = vectors[0].length;
        this.left = pointer(queries);
        this.right = pointer(vectors);
        this.turned = new FloatPointer((long) rows * dimensions);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < dimensions; j++) {
                turned.put((long) j * rows + row, vectors[row][j]);
            }
        }
        this.products = new FloatPointer((long) this.queries * rows);
    }

    /** Multiplies with the matrix as rows. */
    void multiplyRows() {
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasTrans,
                queries,
                rows,
                dimensions,
                1f,
                left,
                dimensions,
                right,
                dimensions,
                0f,
                products,
                rows);
    }

    /** Multiplies with the matrix turned. */
    void multiplyTurned() {
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                queries,
                rows,
                dimensions,
                1f,
                left,
                dimensions,
                turned,
                rows,
                0f,
                products,
                rows);
    }

    /** A product of the last call. */
    float product(int query, int row) {
        return products.get((long) query * rows + row);
    }

    @Override
    public void close() {
        left.close();
        right.close();
        turned.close();
        products.close();
    }

    private static FloatPointer pointer(float[][] rows) {
        FloatPointer pointer = new FloatPointer((long) rows.length * rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            pointer.position((long) row * rows[0].length).put(rows[row], 0, rows[row].length);
        }
        return pointer.position(0);
    }
}

package io.quartermaster.engines.cuda;

import io.quartermaster.domain.similarity.SparsePostings;

/**
 * Sparse rows, turned, in a device's memory.
 *
 * @param rows how many
 * @param indexes one more than the largest index
 * @param starts of each index's postings
 * @param postings rows that have the index, ascending
 * @param values their numbers there
 * @param norms one over the length of each row
 */
record DevicePostings(
        int rows,
        int indexes,
        CudaBuffer starts,
        CudaBuffer postings,
        CudaBuffer values,
        CudaBuffer norms) {

    /** Brings them over. */
    static DevicePostings of(SparsePostings turned, CudaMemory memory, CudaLane lane) {
        return new DevicePostings(
                turned.inverseNorms().length,
                turned.indexes(),
                sent(turned.starts(), memory, lane),
                sent(turned.rows(), memory, lane),
                sent(turned.values(), memory, lane),
                sent(turned.inverseNorms(), memory, lane));
    }

    private static CudaBuffer sent(int[] numbers, CudaMemory memory, CudaLane lane) {
        CudaBuffer buffer = memory.allocate((long) numbers.length * Integer.BYTES);
        lane.start(CudaLane.room((long) numbers.length * Integer.BYTES));
        lane.put(numbers);
        lane.sendTo(buffer);
        lane.await();
        return buffer;
    }

    private static CudaBuffer sent(float[] numbers, CudaMemory memory, CudaLane lane) {
        CudaBuffer buffer = memory.allocate((long) numbers.length * Float.BYTES);
        lane.start(CudaLane.room((long) numbers.length * Float.BYTES));
        lane.put(numbers);
        lane.sendTo(buffer);
        lane.await();
        return buffer;
    }
}

package io.quartermaster.domain.similarity;

/**
 * A part of a resident matrix, small enough to be one element of a Flink list state. A snapshot is
 * all its parts, in any order.
 *
 * @param version version of the matrix
 * @param places ids go from 0 to this less 1, those without a vector included
 * @param dimensions length d of a vector, 0 where there is none
 * @param parts how many parts the snapshot has
 * @param part which of them this is, from 0
 * @param ids ids of the vectors in this part
 * @param numbers their vectors one after the other, d numbers each
 */
public record MatrixPart(
        long version, int places, int dimensions, int parts, int part, int[] ids, float[] numbers) {

    public MatrixPart {
        if (part < 0 || part >= parts) {
            throw new IllegalArgumentException(
                    "The part (%d) of a matrix must be below the number of parts (%d)."
                            .formatted(part, parts));
        }
        if (numbers.length != (long) ids.length * dimensions) {
            throw new IllegalArgumentException(
                    "The part (%d) of a matrix has %d numbers, but %d ids of %d numbers each."
                            .formatted(part, numbers.length, ids.length, dimensions));
        }
    }

    /** Vector number {@code at} of this part. */
    float[] vector(int at) {
        return java.util.Arrays.copyOfRange(numbers, at * dimensions, (at + 1) * dimensions);
    }
}

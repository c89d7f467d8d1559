package io.quartermaster.domain.optimisation;

/**
 * Where the simplex stands, from which a like programme is solved in few steps. Plain numbers, so
 * that it can be kept.
 *
 * @param columns of each column {@link #AT_LOWER}, {@link #BASIC}, {@link #AT_UPPER} or {@link
 *     #AT_ZERO}
 * @param rows the same of each row's sum; as many of both are basic as there are rows
 */
public record LinearBasis(int[] columns, int[] rows) {

    public static final int AT_LOWER = 0;
    public static final int BASIC = 1;
    public static final int AT_UPPER = 2;
    public static final int AT_ZERO = 3;
}

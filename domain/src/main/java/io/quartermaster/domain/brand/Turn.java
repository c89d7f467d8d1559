package io.quartermaster.domain.brand;

/**
 * How far one weight must move until another alternative is first: its siblings give or take in
 * proportion, all else stays.
 *
 * @param path of the criterion
 * @param weight its weight among its siblings, 0 to 1
 * @param turnsAt the nearest weight at which the first place is shared
 * @param instead who is first beyond it
 */
public record Turn(String path, double weight, double turnsAt, String instead) {

    /** How far the weight must move; the smaller, the more the order hangs on it. */
    public double distance() {
        return Math.abs(turnsAt - weight);
    }
}

package io.quartermaster.domain.replenishment;

/**
 * A place that keeps stock.
 *
 * @param name the place
 * @param volumeCapacity volume of all stock at a day's end, infinite for no limit
 */
public record StoragePlace(String name, double volumeCapacity) {
    public StoragePlace {
        if (!(volumeCapacity >= 0)) {
            throw new IllegalArgumentException(
                    "The volume capacity (%s) of place (%s) must be 0 or more."
                            .formatted(volumeCapacity, name));
        }
    }
}

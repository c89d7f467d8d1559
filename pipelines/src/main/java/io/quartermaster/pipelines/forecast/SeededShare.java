package io.quartermaster.pipelines.forecast;

/** Chooses a share of things by a hash of their names: the same ones in every run of a seed. */
final class SeededShare {

    private SeededShare() {}

    /** Whether the thing of this name and number is in the share, 0 to 1. */
    static boolean holds(double share, String name, long number, long seed) {
        long hash = mixed(name.hashCode() * 31L + number + seed * 0x9E3779B97F4A7C15L);
        return (hash >>> 11) * 0x1.0p-53 < share;
    }

    /** The finaliser of SplitMix64. */
    static long mixed(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}

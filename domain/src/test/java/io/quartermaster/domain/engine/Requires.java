package io.quartermaster.domain.engine;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a test needs of the machine. Where it is absent the test is skipped and says so. With the
 * system property {@code quartermaster.skips=fail} a missing tool fails the test instead, so that a
 * build which should have all of them cannot skip without being seen.
 */
public final class Requires {

    private static final String PROPERTY = "quartermaster.skips";

    private Requires() {}

    /**
     * Goes on only where the thing is there.
     *
     * @param what for example {@code g++}
     */
    public static void thing(boolean there, String what) {
        if (there) {
            return;
        }
        if ("fail".equals(System.getProperty(PROPERTY))) {
            fail(what + " is absent, and " + PROPERTY + " is fail");
        }
        skip(what);
    }

    /**
     * Goes on only where the data is there. No build has to have it, so that this never fails.
     *
     * @param what for example a file's path
     */
    public static void data(boolean there, String what) {
        if (!there) {
            skip(what);
        }
    }

    private static void skip(String what) {
        System.out.println("SKIPPED: " + what + " is absent");
        assumeTrue(false, "skipped: " + what + " is absent");
    }
}

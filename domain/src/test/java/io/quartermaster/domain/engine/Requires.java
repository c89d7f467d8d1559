package io.quartermaster.domain.engine;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a test needs of the machine. Where it is absent the test is skipped and says so; with the
 * system property {@code quartermaster.skips=fail} it fails instead, so that a build which should
 * have everything cannot skip without being seen.
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
        String reason = "skipped: " + what + " is absent";
        if ("fail".equals(System.getProperty(PROPERTY))) {
            fail(reason + ", and " + PROPERTY + " is fail");
        }
        System.out.println("SKIPPED: " + what + " is absent");
        assumeTrue(false, reason);
    }
}

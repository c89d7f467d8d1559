package io.quartermaster.pipelines.cli;

import io.quartermaster.pipelines.embedded.OutputFolder;

/** Where warnings of libraries go: a file in the output, made when the first of them comes. */
final class LogFile {

    /** Read by log4j2.properties when the first logger is made. */
    private static final String PROPERTY = "quartermaster.log";

    private LogFile() {}

    static void in(OutputFolder folder) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, folder.path().resolve("quartermaster.log").toString());
        }
    }
}

package io.quartermaster.pipelines.report;

import java.io.IOException;

/** One section of the report. */
interface ReportSection {

    /** Anchor within the page. */
    String anchor();

    /** Title, as in the list of contents. */
    String title();

    /** Writes the section. */
    void write(Html html, ReportInput input) throws IOException;
}

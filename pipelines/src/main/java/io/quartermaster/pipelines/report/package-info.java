/** The report: one self-contained page of a run, for people. */
package io.quartermaster.pipelines.report;

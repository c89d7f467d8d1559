/**
 * All jobs in one process: the demo and the backfill, stage by stage, and what they leave behind.
 */
package io.quartermaster.pipelines.embedded;

/**
 * The result tables: what they are called, their columns and types, how they are written to files,
 * read back and asked in SQL. The report, the {@code sql} verb and the analysts' packs follow it.
 */
package io.quartermaster.pipelines.result;

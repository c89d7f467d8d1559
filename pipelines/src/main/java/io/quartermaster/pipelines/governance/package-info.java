/** The cleaning job: raw records in, clean events, quarantine and counts out. */
package io.quartermaster.pipelines.governance;

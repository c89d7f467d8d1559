/** Hiding personal values in SQL. */
package io.quartermaster.udfs.governance;

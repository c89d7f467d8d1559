/** Instants and days in SQL. */
package io.quartermaster.udfs.event;

/**
 * Functions for SQL and for jobs: thin coats over the domain, all of them listed in {@link
 * io.quartermaster.udfs.QuartermasterFunctions} and registered by one module.
 */
package io.quartermaster.udfs;

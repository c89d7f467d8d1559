/**
 * Similarity in SQL and in jobs. Receives vectors of a group; hands on neighbours, found by one
 * call of a similarity kernel.
 */
package io.quartermaster.udfs.similarity;

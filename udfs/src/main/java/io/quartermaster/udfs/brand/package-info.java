/** Judgements of experts in SQL. */
package io.quartermaster.udfs.brand;

/** Texts in SQL. Receives a text; hands on its vector, which {@code SIMILAR_ITEMS} compares. */
package io.quartermaster.udfs.text;

/**
 * Texts in SQL. Receives a text; hands on its vector, which {@code SIMILAR_ITEMS} compares, what it
 * asks for and how its writer feels.
 */
package io.quartermaster.udfs.text;

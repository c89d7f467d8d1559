/**
 * Words of items and customers. Receives texts; hands on their words, and vectors of them that the
 * similarity room can compare.
 */
package io.quartermaster.domain.text;

/**
 * How an engine is found, asked whether it can work here, and chosen. Every room that has engines
 * imports this one; it imports none.
 */
package io.quartermaster.domain.engine;

/**
 * Who and what is alike. Receives vectors; hands on the nearest neighbours of each query, through
 * one kernel interface with a plain twin that is the truth.
 */
package io.quartermaster.domain.similarity;

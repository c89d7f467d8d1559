/**
 * Who and what is alike. Receives vectors; hands on the nearest neighbours of each query, through
 * one kernel interface with a plain twin that is the truth.
 *
 * <p>{@link io.quartermaster.domain.similarity.ScalarSimilarityKernel} defines the answer, {@link
 * io.quartermaster.domain.similarity.TurnedSimilarityKernel} gives the same bits faster, the cuda
 * engine on a GPU; {@link io.quartermaster.domain.similarity.SimilarityEngines} chooses.
 */
package io.quartermaster.domain.similarity;

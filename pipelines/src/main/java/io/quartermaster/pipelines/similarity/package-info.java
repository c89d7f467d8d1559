/**
 * Similarity in jobs: the options that all of them share, files of vectors, and SQL's table to look
 * up in. The kernels are the domain's.
 */
package io.quartermaster.pipelines.similarity;

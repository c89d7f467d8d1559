/** Similarity in jobs: the options that all of them share. The kernels are the domain's. */
package io.quartermaster.pipelines.similarity;

/** The brand job: offers, terms, judgements and satisfaction in, brand scores and clusters out. */
package io.quartermaster.pipelines.brand;

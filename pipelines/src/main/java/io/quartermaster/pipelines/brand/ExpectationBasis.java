package io.quartermaster.pipelines.brand;

import java.util.Locale;

/**
 * What the returns and the satisfaction of a run's brands rest on: their own figures alone, or what
 * the table {@code brand_priors} expects of them too.
 *
 * @param isThere whether the run has the table
 * @param brands to choose among
 * @param returns brands whose returns are drawn towards what is expected
 * @param returnsOwn mean share of these brands' own evidence, 0 to 1
 * @param satisfactions brands whose satisfaction is drawn towards what is expected
 * @param satisfactionOwn mean share of these brands' own evidence, 0 to 1
 */
public record ExpectationBasis(
        boolean isThere,
        int brands,
        int returns,
        double returnsOwn,
        int satisfactions,
        double satisfactionOwn) {

    /** Whether any brand's figures are drawn towards what is expected. */
    public boolean isDrawn() {
        return returns > 0 || satisfactions > 0;
    }

    /** In words, one sentence. */
    public String words() {
        if (!isThere) {
            return "The run is without the table brand_priors, so returns and satisfaction are each brand's own";
        }
        if (!isDrawn()) {
            return "The table brand_priors of the run tells nothing of these brands, so returns and satisfaction are each brand's own";
        }
        return String.format(
                Locale.ROOT,
                "Of %d brands, the returns of %d (%.2f their own) and the satisfaction of %d (%.2f their own) are drawn towards what brand_priors expects of their cluster and offer",
                brands,
                returns,
                returnsOwn,
                satisfactions,
                satisfactionOwn);
    }
}

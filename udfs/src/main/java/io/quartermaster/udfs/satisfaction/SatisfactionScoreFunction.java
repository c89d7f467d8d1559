package io.quartermaster.udfs.satisfaction;

import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionScoring;
import java.time.LocalDate;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code SATISFACTION_SCORE(order_lines, ordered_units, returned_units, complaints, promises, late,
 * ratings, rating_points, due_units, delivered_units, stock_readings, stock_outs)}: S = sum of w_i
 * S_i by the standard rules, 0 to 1, from sums over any window, in the order of {@link Evidence};
 * rating points are the sum of (rating - 1) / 4. A NULL sum is 0, so its indicator is missing; NULL
 * if every indicator is.
 */
public final class SatisfactionScoreFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;
    private static final int SUMS = Evidence.values().length;

    private transient SatisfactionScoring scoring;

    public Double eval(Double... given) {
        if (given == null || given.length != SUMS) {
            throw new IllegalArgumentException(
                    "The number of sums (%d) of SATISFACTION_SCORE must be %d."
                            .formatted(given == null ? 0 : given.length, SUMS));
        }
        double[] sums = new double[SUMS];
        for (int i = 0; i < SUMS; i++) {
            sums[i] = given[i] == null ? 0 : given[i];
        }
        if (scoring == null) {
            scoring = new SatisfactionScoring(SatisfactionRules.standard());
        }
        return scoring.score("", "", LocalDate.EPOCH, sums)
                .map(SatisfactionScore::score)
                .orElse(null);
    }
}

package io.quartermaster.udfs.satisfaction;

import io.quartermaster.domain.satisfaction.Evidence;
import io.quartermaster.domain.satisfaction.SatisfactionIndicator;
import io.quartermaster.domain.satisfaction.SatisfactionRules;
import io.quartermaster.domain.satisfaction.SatisfactionScore;
import io.quartermaster.domain.satisfaction.SatisfactionScoring;
import java.time.LocalDate;
import java.util.EnumSet;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code SATISFACTION_SCORE(order_lines, ordered_units, returned_units, complaints, promises, late,
 * ratings, rating_points, due_units, delivered_units, stock_readings, stock_outs[,
 * quality_complaints, service_complaints, price_burden, deliveries, slowness])}: S = sum of w_i S_i
 * by the standard rules, 0 to 1, from sums over any window, in the order of {@link Evidence};
 * rating points are the sum of (rating - 1) / 4. A NULL sum is 0, so its indicator is missing; NULL
 * if every indicator is.
 */
public final class SatisfactionScoreFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    /** Without quality complaints, service complaints, price burden, deliveries and slowness. */
    private static final int FEWER = Evidence.QUALITY_COMPLAINTS.index();

    private static final EnumSet<SatisfactionIndicator> UNTOLD =
            EnumSet.of(
                    SatisfactionIndicator.QUALITY,
                    SatisfactionIndicator.SERVICE,
                    SatisfactionIndicator.PRICE,
                    SatisfactionIndicator.SPEED);

    private transient SatisfactionScoring scoring;
    private transient SatisfactionScoring fewer;

    public Double eval(Double... given) {
        boolean fits = given != null && (given.length == Evidence.COUNT || given.length == FEWER);
        if (!fits) {
            throw new IllegalArgumentException(
                    "The number of sums (%d) of SATISFACTION_SCORE must be %d or %d."
                            .formatted(given == null ? 0 : given.length, FEWER, Evidence.COUNT));
        }
        double[] sums = new double[Evidence.COUNT];
        for (int i = 0; i < given.length; i++) {
            sums[i] = given[i] == null ? 0 : given[i];
        }
        if (scoring == null) {
            SatisfactionRules standard = SatisfactionRules.standard();
            scoring = new SatisfactionScoring(standard);
            fewer = new SatisfactionScoring(standard.withUntold(UNTOLD));
        }
        return (given.length == FEWER ? fewer : scoring)
                .score("", "", LocalDate.EPOCH, sums)
                .map(SatisfactionScore::score)
                .orElse(null);
    }
}

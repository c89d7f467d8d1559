package io.quartermaster.domain.optimisation;

import java.util.ArrayList;
import java.util.List;

/**
 * Why an integer programme has no solution: a set of rows that contradict each other, of which none
 * may be left out. The deletion filter: a row whose absence leaves the rest infeasible goes
 * (Chinneck 2008, Feasibility and Infeasibility in Optimization, 6.2).
 */
final class IntegerConflict {

    private IntegerConflict() {}

    /** The rows, rising; empty where the programme is feasible or not known to be infeasible. */
    static int[] of(IntegerProgrammingEngine engine, IntegerProgramme programme, long maxNodes) {
        IntegerProgramme free = programme.costless();
        if (!infeasible(engine, free, maxNodes)) {
            return new int[0];
        }
        List<IntegerProgramme.Row> kept = new ArrayList<>(free.rows());
        List<Integer> numbers = new ArrayList<>();
        for (int row = 0; row < free.rows().size(); row++) {
            int at = numbers.size();
            IntegerProgramme.Row out = kept.remove(at);
            if (!infeasible(engine, free.with(kept), maxNodes)) {
                kept.add(at, out);
                numbers.add(row);
            }
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean infeasible(
            IntegerProgrammingEngine engine, IntegerProgramme programme, long maxNodes) {
        return engine.solve(programme, maxNodes).status() == IntegerSolution.Status.INFEASIBLE;
    }
}

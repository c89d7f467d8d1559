package io.quartermaster.domain.satisfaction.action;

import java.util.ArrayList;
import java.util.List;

/**
 * How much more weekly counts vary than independent trials would: bad events come in clusters (an
 * empty stock stays empty for days, the units of one order come back together), ratings vary less.
 * Pearson's phi = sum (x - r n)^2 / (n r (1 - r)) over degrees of freedom, r the rate of an entity
 * over its weeks, all entities together (McCullagh and Nelder 1989, 4.5).
 */
public final class Dispersion {

    private static final double LEAST = 0.05;
    private static final int LEAST_FREEDOM = 10;

    private final List<Counts> weeks = new ArrayList<>();
    private double chiSquare;
    private int freedom;

    /** One week of the entity at hand. */
    public void week(Counts counts) {
        if (counts.trials() > 0) {
            weeks.add(counts);
        }
    }

    /** The entity's weeks are told. */
    public void endOfEntity() {
        Counts all = weeks.stream().reduce(Counts.NONE, Counts::plus);
        double rate = all.rate();
        if (rate > 0 && rate < 1) {
            for (Counts week : weeks) {
                double off = week.events() - rate * week.trials();
                chiSquare += off * off / (week.trials() * rate * (1 - rate));
            }
            freedom += weeks.size() - 1;
        }
        weeks.clear();
    }

    /** Phi; 1 where fewer than {@value #LEAST_FREEDOM} degrees of freedom tell of it. */
    public double phi() {
        return freedom < LEAST_FREEDOM ? 1 : Math.max(LEAST, chiSquare / freedom);
    }
}

package io.quartermaster.domain.risk;

/**
 * Share of late lines that forgets: a line due at day t_k counts 2^(-(t - t_k) / h) at day t.
 *
 * @param day epoch day up to which the sums are decayed
 * @param lines decayed number of lines
 * @param late decayed number of late ones
 */
public record LateRate(long day, double lines, double late) {

    /** Before any line. */
    public static final LateRate NONE = new LateRate(0, 0, 0);

    /** One more line, not before those seen. */
    public LateRate plus(long dueDay, boolean isLate, double halfLifeDays) {
        LateRate then = at(dueDay, halfLifeDays);
        return new LateRate(dueDay, then.lines + 1, then.late + (isLate ? 1 : 0));
    }

    /** The same as of a later day. */
    public LateRate at(long laterDay, double halfLifeDays) {
        double factor = lines == 0 ? 0 : Math.pow(2, -Math.max(0, laterDay - day) / halfLifeDays);
        return new LateRate(Math.max(day, laterDay), lines * factor, late * factor);
    }

    /** (late + k p) / (lines + k): the share drawn towards p, which counts as k lines. */
    public double share(double prior, double priorLines) {
        return (late + priorLines * prior) / (lines + priorLines);
    }
}

package io.quartermaster.domain.forecast.smoothing;

/** What a search varies: the weights that a form has and, if asked, its first state. */
final class SmoothingVariables {

    private static final double FIRST_LEVEL = 0.2;
    private static final double FIRST_TREND = 0.1;
    private static final double FIRST_SEASON = 0.01;
    private static final double FIRST_DAMPING = 0.978;
    private static final double SHARE_OF_SPREAD = 0.2;

    private final SmoothingForm form;
    private final SmoothingState first;
    private final double spread;
    private final boolean states;
    private final int weights;

    SmoothingVariables(SmoothingForm form, SmoothingState first, double spread, boolean states) {
        this.form = form;
        this.first = first;
        this.spread = spread;
        this.states = states;
        this.weights =
                1 + (form.trend() ? 1 : 0) + (form.seasonal() ? 1 : 0) + (form.damped() ? 1 : 0);
    }

    /** Level, trend, season, damping, then the first state. */
    double[] start() {
        double[] point = new double[size()];
        int at = 0;
        double level = Math.max(2 * SmoothingWeights.LEAST, FIRST_LEVEL / form.period());
        point[at++] = form.period() == 1 ? 0.5 : Math.max(level, FIRST_TREND);
        if (form.trend()) {
            point[at++] = FIRST_TREND * point[0];
        }
        if (form.seasonal()) {
            point[at++] = FIRST_SEASON * (1 - point[0]) + SmoothingWeights.LEAST;
        }
        if (form.damped()) {
            point[at++] = FIRST_DAMPING;
        }
        if (states) {
            point[at++] = first.level();
            if (form.trend()) {
                point[at++] = first.trend();
            }
            if (freeSeason()) {
                System.arraycopy(first.season(), 0, point, at, form.period() - 1);
            }
        }
        return point;
    }

    double[] steps() {
        double[] steps = new double[size()];
        int at = 0;
        steps[at++] = FIRST_LEVEL;
        if (form.trend()) {
            steps[at++] = start()[1] / 2;
        }
        if (form.seasonal()) {
            steps[at++] = FIRST_TREND;
        }
        if (form.damped()) {
            steps[at++] = -FIRST_TREND / 2;
        }
        double season =
                form.season() == Component.MULTIPLICATIVE
                        ? FIRST_TREND / 2
                        : SHARE_OF_SPREAD * spread;
        for (int i = at; i < steps.length; i++) {
            boolean slope = form.trend() && i == at + 1;
            boolean level = i == at;
            steps[i] =
                    level
                            ? SHARE_OF_SPREAD * spread
                            : slope ? SHARE_OF_SPREAD * SHARE_OF_SPREAD * spread : season;
        }
        return steps;
    }

    SmoothingWeights weights(double[] point) {
        int at = 1;
        double trend = form.trend() ? point[at++] : 0;
        double season = form.seasonal() ? point[at++] : 0;
        double damping = form.damped() ? point[at] : 1;
        return new SmoothingWeights(point[0], trend, season, damping);
    }

    SmoothingState state(double[] point) {
        if (!states) {
            return first;
        }
        int at = weights;
        double level = point[at++];
        double trend = form.trend() ? point[at++] : 0;
        double[] season = first.season();
        if (freeSeason()) {
            season = new double[form.period()];
            double sum = 0;
            for (int i = 0; i < form.period() - 1; i++) {
                season[i] = point[at + i];
                sum += season[i];
            }
            double whole = form.season() == Component.ADDITIVE ? 0 : form.period();
            season[form.period() - 1] = whole - sum;
        }
        return new SmoothingState(level, trend, season, 0);
    }

    private boolean freeSeason() {
        return form.seasonal() && form.period() <= SmoothingFit.LONGEST_FREE_SEASON;
    }

    private int size() {
        if (!states) {
            return weights;
        }
        return weights + 1 + (form.trend() ? 1 : 0) + (freeSeason() ? form.period() - 1 : 0);
    }
}

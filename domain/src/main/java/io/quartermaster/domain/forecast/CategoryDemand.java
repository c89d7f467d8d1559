package io.quartermaster.domain.forecast;

/**
 * How the category of a series has been selling: what many items share is seen in their sum weeks
 * before it is seen in one of them.
 *
 * <p>Rows tell of the category on the day before them, so that the newest day known is yesterday.
 *
 * @param weekdays of the seven days after the newest: the weekday's mean over the mean of all days,
 *     of the last eight weeks; all 0 where the category is not known
 * @param week log of the mean of the last 7 days over that of the last 28
 * @param month log of the mean of the last 28 days over that of the last 56
 */
record CategoryDemand(float[] weekdays, float week, float month) {

    private static final int WEEK = 7;
    private static final int MONTH = 28;
    private static final int WEEKS = 8;

    static CategoryDemand of(DemandHistory history) {
        double all = history.meanCategory(WEEKS * WEEK);
        float[] weekdays = new float[WEEK];
        for (int day = 0; day < WEEK && all > 0; day++) {
            weekdays[day] = (float) (weekday(history, day, all) / all);
        }
        double month = history.meanCategory(MONTH);
        return new CategoryDemand(
                weekdays, change(history.meanCategory(WEEK), month), change(month, all));
    }

    /**
     * Mean of the days that lie whole weeks before a day ahead, as far as they are known; each
     * stands in the row of the day after it.
     */
    private static double weekday(DemandHistory history, int ahead, double unknown) {
        double sum = 0;
        int count = 0;
        for (int week = 0; week < WEEKS; week++) {
            int back = WEEK - 2 - ahead + week * WEEK;
            boolean isKept = back >= 0 && back < history.kept();
            double units = isKept ? history.category(back) : 0;
            sum += units;
            count += units > 0 ? 1 : 0;
        }
        return count == 0 ? unknown : sum / count;
    }

    private static float change(double now, double before) {
        return now > 0 && before > 0 ? (float) Math.log(now / before) : 0;
    }
}

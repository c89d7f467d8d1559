package io.quartermaster.pipelines.forecast;

/**
 * A name that changes over time: it holds from the end of a day until the next one does.
 *
 * @param days epoch days, ascending
 * @param names one for each day
 */
public record AsOf(long[] days, String[] names) {

    static AsOf nothing() {
        return new AsOf(new long[0], new String[0]);
    }

    /** With a name from a day on; the name of the same day is replaced. */
    AsOf with(long day, String name) {
        int at = 0;
        while (at < days.length && days[at] < day) {
            at++;
        }
        boolean same = at < days.length && days[at] == day;
        int length = same ? days.length : days.length + 1;
        int rest = same ? at + 1 : at;
        long[] nextDays = new long[length];
        String[] nextNames = new String[length];
        System.arraycopy(days, 0, nextDays, 0, at);
        System.arraycopy(names, 0, nextNames, 0, at);
        nextDays[at] = day;
        nextNames[at] = name;
        System.arraycopy(days, rest, nextDays, at + 1, days.length - rest);
        System.arraycopy(names, rest, nextNames, at + 1, days.length - rest);
        return new AsOf(nextDays, nextNames);
    }

    /** The name that is known at the end of a day, empty if none is. */
    String at(long day) {
        String name = "";
        for (int i = 0; i < days.length && days[i] <= day; i++) {
            name = names[i];
        }
        return name;
    }
}

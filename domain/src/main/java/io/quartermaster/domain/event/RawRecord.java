package io.quartermaster.domain.event;

/**
 * One record of a source as text, before anything is believed of it.
 *
 * @param kind label of its {@link EventKind}
 * @param source file or topic
 * @param line number of the record in its source, from 1 (a file's header is line 1)
 * @param names column names, as long as {@code values}; empty if the line could not be split
 * @param values column values, empty text where nothing is given
 * @param original the line as it stands in the source
 * @param broken why the line could not be split into columns, empty if it could
 */
public record RawRecord(
        String kind,
        String source,
        long line,
        String[] names,
        String[] values,
        String original,
        String broken) {

    /** The value of a column, empty if it is not there. */
    public String value(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return "";
    }
}

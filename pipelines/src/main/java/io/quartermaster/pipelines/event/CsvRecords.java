package io.quartermaster.pipelines.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Splits text into comma-separated records (RFC 4180; any line end; a quoted field may hold commas,
 * doubled quotes and line ends) and keeps each record's own text and line number.
 *
 * <p>A fault costs one line, not the file: where a quote is never closed, only the line it stands
 * on is broken and reading goes on with the next. That, and the text of the line for the
 * quarantine, is why this is not left to a library. Empty lines are passed over.
 */
final class CsvRecords {

    /** A quoted field that goes on for longer was never closed. */
    private static final int MAX_LINES = 200;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader reader;
    private final Deque<String> putBack = new ArrayDeque<>();
    private final List<String> fields = new ArrayList<>();
    private long linesRead;
    private long line;
    private String original = "";
    private String broken = "";

    CsvRecords(BufferedReader reader) {
        this.reader = reader;
    }

    /** Goes to the next record; false at the end. */
    boolean next() throws IOException {
        String text = readLine();
        while (text != null && text.isEmpty()) {
            text = readLine();
        }
        if (text == null) {
            return false;
        }
        line = linesRead;
        original = text;
        broken = "";
        if (!split(text)) {
            extend(text);
        }
        return true;
    }

    /** Number of the record's first line, from 1. */
    long line() {
        return line;
    }

    /** The record's text; its line ends, if any, as line feeds. */
    String original() {
        return original;
    }

    /** Why it could not be split, empty if it could. */
    String broken() {
        return broken;
    }

    /** The record's values. */
    String[] values() {
        return fields.toArray(String[]::new);
    }

    int size() {
        return fields.size();
    }

    /** Adds lines until the open quote closes; if none closes it, gives them back. */
    private void extend(String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        List<String> more = new ArrayList<>();
        String following = readLine();
        while (following != null && more.size() < MAX_LINES) {
            more.add(following);
            text.append('\n').append(following);
            if (following.indexOf('"') >= 0 && split(text.toString())) {
                original = text.toString();
                return;
            }
            following = readLine();
        }
        if (following != null) {
            more.add(following);
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            putBack.addFirst(more.get(i));
        }
        linesRead -= more.size();
        fields.clear();
        broken = "A quote is opened and never closed.";
    }

    /** Fills the fields; false if a quote stays open. */
    private boolean split(String text) {
        fields.clear();
        int start = 0;
        while (true) {
            int end =
                    start < text.length() && text.charAt(start) == '"'
                            ? quoted(text, start)
                            : plain(text, start);
            if (end < 0) {
                return false;
            }
            if (end >= text.length()) {
                return true;
            }
            start = end + 1;
        }
    }

    private int plain(String text, int start) {
        int comma = text.indexOf(',', start);
        int end = comma < 0 ? text.length() : comma;
        fields.add(text.substring(start, end));
        return end;
    }

    /** Reads a quoted field; gives where its comma stands, or -1 if its quote stays open. */
    private int quoted(String text, int start) {
        StringBuilder value = new StringBuilder();
        int from = start + 1;
        int quote = text.indexOf('"', from);
        while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            value.append(text, from, quote + 1);
            from = quote + 2;
            quote = text.indexOf('"', from);
        }
        if (quote < 0) {
            return -1;
        }
        value.append(text, from, quote);
        int comma = text.indexOf(',', quote);
        int end = comma < 0 ? text.length() : comma;
        if (end > quote + 1) {
            broken = "Text follows the quote that closes column " + (fields.size() + 1) + ".";
        }
        fields.add(value.toString());
        return end;
    }

    private String readLine() throws IOException {
        String text = putBack.isEmpty() ? reader.readLine() : putBack.removeFirst();
        if (text == null) {
            return null;
        }
        linesRead++;
        if (linesRead == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            return text.substring(1);
        }
        return text;
    }
}

package io.quartermaster.pipelines.text;

import io.quartermaster.pipelines.event.CsvTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gives messages in parts: those of a table's column, or one of each line of a stream. */
public final class MessageSource implements AutoCloseable {

    private final CsvTable table;
    private final String textColumn;
    private final String idColumn;
    private final BufferedReader lines;
    private long count;

    /**
     * A message.
     *
     * @param id of the table's column, or the number of the message, from 1
     * @param text as it came
     */
    public record Asked(String id, String text) {}

    private MessageSource(CsvTable table, String text, String id, BufferedReader lines) {
        this.table = table;
        this.textColumn = text;
        this.idColumn = id;
        this.lines = lines;
    }

    /**
     * Messages of a CSV file, plain or .gz.
     *
     * @param text column of the messages
     * @param id column that names them, empty to count them
     */
    public static MessageSource of(Path file, String text, String id) throws IOException {
        CsvTable table = id.isEmpty() ? CsvTable.open(file, text) : CsvTable.open(file, text, id);
        return new MessageSource(table, text, id, null);
    }

    /** Messages of a stream, one a line. */
    public static MessageSource of(BufferedReader lines) {
        return new MessageSource(null, "", "", lines);
    }

    /** The next messages, at most so many; none at the end. */
    public List<Asked> next(int most) throws IOException {
        List<Asked> messages = new ArrayList<>(most);
        String text = text();
        while (text != null) {
            count++;
            String id = idColumn.isEmpty() ? Long.toString(count) : table.name(idColumn);
            messages.add(new Asked(id, text));
            text = messages.size() < most ? text() : null;
        }
        return messages;
    }

    private String text() throws IOException {
        if (table == null) {
            return lines.readLine();
        }
        return table.next() ? table.text(textColumn) : null;
    }

    @Override
    public void close() throws IOException {
        if (table == null) {
            lines.close();
        } else {
            table.close();
        }
    }
}

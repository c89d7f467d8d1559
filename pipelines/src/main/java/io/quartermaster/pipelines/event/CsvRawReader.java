package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.BufferedReader;
import java.io.IOException;

/** Raw records of comma-separated text; its header names the columns. */
final class CsvRawReader implements RawReader {

    private static final String[] NONE = {};

    private final String kind;
    private final String source;
    private final BufferedReader text;
    private final CsvRecords records;
    private String[] header;

    CsvRawReader(String kind, String source, BufferedReader text) {
        this.kind = kind;
        this.source = source;
        this.text = text;
        this.records = new CsvRecords(text);
    }

    @Override
    public String[] header() throws IOException {
        if (header == null) {
            header = records.next() ? records.values() : NONE;
            for (int i = 0; i < header.length; i++) {
                header[i] = header[i].strip();
            }
        }
        return header;
    }

    @Override
    public RawRecord read() throws IOException {
        String[] names = header();
        if (!records.next()) {
            return null;
        }
        String broken = records.broken();
        if (broken.isEmpty() && records.size() != names.length) {
            broken =
                    String.format(
                            "The line has %d columns, its header %d.",
                            records.size(), names.length);
        }
        return broken.isEmpty() ? record(names, records.values(), "") : record(NONE, NONE, broken);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private RawRecord record(String[] names, String[] values, String broken) {
        return new RawRecord(
                kind, source, records.line(), names, values, records.original(), broken);
    }
}

package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.BufferedReader;
import java.io.IOException;

/** Raw records of JSON Lines: one flat object a line, its fields are the columns. */
final class JsonRawReader implements RawReader {

    private static final String[] NONE = {};
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String kind;
    private final String source;
    private final BufferedReader text;
    private final JsonFields fields = new JsonFields();
    private long line;

    JsonRawReader(String kind, String source, BufferedReader text) {
        this.kind = kind;
        this.source = source;
        this.text = text;
    }

    @Override
    public String[] header() {
        return NONE;
    }

    @Override
    public RawRecord read() throws IOException {
        String json = nextLine();
        while (json != null && json.isBlank()) {
            json = nextLine();
        }
        if (json == null) {
            return null;
        }
        fields.read(json);
        return new RawRecord(
                kind, source, line, fields.names(), fields.values(), json, fields.broken());
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private String nextLine() throws IOException {
        String json = text.readLine();
        line++;
        return line == 1 && json != null && json.startsWith(BYTE_ORDER_MARK)
                ? json.substring(1)
                : json;
    }
}

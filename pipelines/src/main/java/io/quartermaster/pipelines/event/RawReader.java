package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads the raw records of one text: comma-separated with a header, or JSON Lines. */
interface RawReader extends Closeable {

    /** The next record, null at the end. */
    RawRecord read() throws IOException;

    /** Columns of the header, empty where the form has none. */
    String[] header() throws IOException;

    /** A reader of the form that the file's name tells. */
    static RawReader open(String file, String kind, InputStream stream) {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
        return RawFiles.isJson(file)
                ? new JsonRawReader(kind, file, text)
                : new CsvRawReader(kind, file, text);
    }
}

package io.quartermaster.pipelines.event;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** What a file's name says of it: {@code orders.csv}, {@code behaviour.jsonl.gz}. */
final class RawFiles {

    private static final String GZIP = ".gz";

    private RawFiles() {}

    static boolean isGzip(String file) {
        return file.endsWith(GZIP);
    }

    static boolean isJson(String file) {
        String plain = withoutGzip(file);
        return plain.endsWith(".jsonl") || plain.endsWith(".ndjson") || plain.endsWith(".json");
    }

    static boolean isReadable(String file) {
        return isJson(file) || withoutGzip(file).endsWith(".csv");
    }

    /** The name up to its first dot. */
    static String stem(String file) {
        int dot = file.indexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    /** The file's text, uncompressed. */
    static InputStream open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        if (!isGzip(file.getFileName().toString())) {
            return new BufferedInputStream(stream, 1 << 16);
        }
        try {
            return new GZIPInputStream(stream, 1 << 16);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /** The file's characters. */
    static BufferedReader text(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8));
    }

    private static String withoutGzip(String file) {
        return isGzip(file) ? file.substring(0, file.length() - GZIP.length()) : file;
    }
}

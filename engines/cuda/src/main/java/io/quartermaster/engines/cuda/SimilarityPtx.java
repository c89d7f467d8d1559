package io.quartermaster.engines.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The kernels as PTX, which the driver compiles for the device at hand. */
final class SimilarityPtx {

    private static final String RESOURCE = "similarity.ptx";

    private SimilarityPtx() {}

    /** The text of the PTX. */
    static String text() {
        try (InputStream stream = SimilarityPtx.class.getResourceAsStream(RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource (" + RESOURCE + ") cannot be read.", e);
        }
    }

    /** The text with the zero byte at its end that the driver asks for. */
    static byte[] terminated() {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(text, text.length + 1);
    }
}

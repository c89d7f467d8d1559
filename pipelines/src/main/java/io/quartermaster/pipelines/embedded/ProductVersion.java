package io.quartermaster.pipelines.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this code, as the build wrote it. */
public final class ProductVersion {

    private static final String RESOURCE = "/io/quartermaster/pipelines/version.properties";

    private ProductVersion() {}

    public static String current() {
        Properties properties = new Properties();
        try (InputStream in = ProductVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource (" + RESOURCE + ") is missing.\nMaybe build with Maven.");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}

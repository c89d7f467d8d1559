package io.quartermaster.engines.ortools;

import com.google.ortools.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;

/** OR-Tools in this process: whether it can be there, and its loading at the first use. */
final class OrToolsLibrary {

    private static final String NATIVE = "ortools-linux-x86-64/libjniortools.so";
    private static final String VERSION =
            "META-INF/maven/com.google.ortools/ortools-java/pom.properties";

    private OrToolsLibrary() {}

    /** Why it cannot be loaded here; empty where nothing speaks against it. */
    static String missing() {
        String platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        if (!platform.toLowerCase(Locale.ROOT).equals("linux-amd64")) {
            return "there is no library for " + platform;
        }
        return OrToolsLibrary.class.getClassLoader().getResource(NATIVE) == null
                ? "its library is not on the class path"
                : "";
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream stream =
                OrToolsLibrary.class.getClassLoader().getResourceAsStream(VERSION)) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            return "";
        }
        return properties.getProperty("version", "");
    }

    /**
     * Loads it. The loader keeps its failures to itself: the first native call tells.
     *
     * @throws IllegalStateException where it cannot be
     */
    static void load() {
        String missing = missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("OR-Tools is not available: " + missing + ".");
        }
        Loader.loadNativeLibraries();
    }
}

package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.domain.event.RawRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Looks at input files before anything runs: are they there, whole, text, and of the shape that was
 * asked for? Compressed files are read through once, others only at their head.
 */
final class InputCheck {

    private static final int HEAD_BYTES = 1 << 16;
    private static final int MAX_SHOWN = 200;

    /** Share of characters no text has; a file in another encoding stays below. */
    private static final double MAX_STRANGE_SHARE = 0.05;

    private InputCheck() {}

    static RawInput events(Path folder) {
        List<Path> present = filesIn(folder);
        List<Path> files = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (Path file : present) {
            String name = name(file);
            boolean known = RawForm.EVENTS.kindOf(name).isPresent() && RawFiles.isReadable(name);
            if (known) {
                checkEvents(file);
                files.add(file);
            } else if (!name.equals(MarketplaceFiles.PRICE_CALENDAR)) {
                ignored.add(name);
            }
        }
        if (files.isEmpty()) {
            throw refusal(
                    "The folder (%s) holds no file of events, only (%s)."
                            .formatted(folder, String.join(", ", ignored)),
                    "Maybe its files are not named by their kind: orders.csv, behaviour.jsonl.gz, …");
        }
        return new RawInput(RawForm.EVENTS, files, ignored, false);
    }

    static RawInput retail(Path file) {
        checkText(file);
        List<String> missing = new ArrayList<>();
        Set<String> header = new TreeSet<>(headerOf(file));
        for (List<String> names : RetailTranslator.COLUMNS) {
            if (names.stream().noneMatch(header::contains)) {
                missing.add(names.get(0));
            }
        }
        refuseMissing(file, missing);
        RawInput input = new RawInput(RawForm.RETAIL, List.of(file), List.of(), false);
        return new RawInput(RawForm.RETAIL, List.of(file), List.of(), TimeOrder.holds(input));
    }

    static RawInput olist(Path folder) {
        List<Path> files = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        Set<OlistFile> missing = new TreeSet<>(Arrays.asList(OlistFile.values()));
        for (Path file : filesIn(folder)) {
            OlistFile known = OlistFile.of(name(file)).orElse(null);
            if (known == null || !RawFiles.isReadable(name(file))) {
                ignored.add(name(file));
            } else {
                checkText(file);
                refuseMissing(file, lacking(known.columns(), headerOf(file)));
                files.add(file);
                missing.remove(known);
            }
        }
        missing.remove(OlistFile.PRODUCT_CATEGORY_NAME_TRANSLATION);
        if (!missing.isEmpty()) {
            throw refusal(
                    "The folder (%s) lacks the files (%s)."
                            .formatted(
                                    folder,
                                    missing.stream()
                                            .map(file -> file.stem() + ".csv")
                                            .collect(Collectors.joining(", "))),
                    "Maybe it is not an Olist folder, or was not unpacked as a whole.");
        }
        return new RawInput(RawForm.OLIST, files, ignored, false);
    }

    /** A table with a header that has these columns. */
    static void table(Path file, List<String> required) {
        checkText(file);
        refuseMissing(file, lacking(required, headerOf(file)));
    }

    private static void checkEvents(Path file) {
        checkText(file);
        EventKind kind = RawForm.EVENTS.kindOf(name(file)).orElseThrow();
        List<String> columns = RawFiles.isJson(name(file)) ? fieldsOf(file) : headerOf(file);
        List<String> required =
                kind.columns().stream().filter(kind.requiredColumns()::contains).toList();
        refuseMissing(file, lacking(required, columns));
    }

    /** Is it there, whole, and text? */
    static void checkText(Path file) {
        if (Files.isDirectory(file)) {
            throw refusal(
                    "The path (%s) is a folder, a file is asked for.".formatted(file),
                    "Maybe name one of the files in it.");
        }
        checkExists(file);
        try {
            if (Files.size(file) == 0) {
                throw refusal(
                        "The file (%s) is empty.".formatted(file),
                        "Maybe what writes it was not finished.");
            }
            checkHead(file);
            if (RawFiles.isGzip(name(file))) {
                readThrough(file);
            }
        } catch (EOFException | ZipException e) {
            throw refusal(
                    "The file (%s) is cut off or damaged: %s.".formatted(file, e.getMessage()),
                    "Maybe its copy was not finished, or it is not compressed by gzip.");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void checkExists(Path path) {
        if (!Files.exists(path)) {
            throw refusal(
                    "The path (%s) does not exist.".formatted(path),
                    "Maybe it is relative to another folder than this one.");
        }
        if (!Files.isReadable(path)) {
            throw refusal(
                    "The path (%s) cannot be read.".formatted(path),
                    "Maybe this user lacks the right to.");
        }
    }

    private static void checkHead(Path file) throws IOException {
        byte[] head;
        try (InputStream stream = RawFiles.open(file)) {
            head = stream.readNBytes(HEAD_BYTES);
        }
        String text = new String(head, StandardCharsets.UTF_8);
        long strange = text.chars().filter(InputCheck::isStrange).count();
        if (text.indexOf('\0') >= 0 || strange > MAX_STRANGE_SHARE * text.length()) {
            throw refusal(
                    "The file (%s) is not text.".formatted(file),
                    "Maybe it is compressed (its name then ends in .gz), or of another program.");
        }
        if (text.isBlank()) {
            throw refusal(
                    "The file (%s) holds nothing.".formatted(file),
                    "Maybe what writes it was not finished.");
        }
    }

    private static boolean isStrange(int c) {
        return c == '\uFFFD' || (c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }

    private static void readThrough(Path file) throws IOException {
        byte[] buffer = new byte[HEAD_BYTES];
        try (InputStream stream = RawFiles.open(file)) {
            while (stream.read(buffer) >= 0) {
                // Only to see that it can be read to its end.
            }
        }
    }

    private static List<String> headerOf(Path file) {
        try (RawReader reader = new CsvRawReader("", name(file), RawFiles.text(file))) {
            return List.of(reader.header());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The fields of the first line. */
    private static List<String> fieldsOf(Path file) {
        try (RawReader reader = RawReader.open(name(file), "", RawFiles.open(file))) {
            RawRecord first = reader.read();
            if (!first.broken().isEmpty()) {
                throw refusal(
                        "The file (%s) is not of JSON Lines. %s".formatted(file, first.broken()),
                        "Maybe its objects are spread over several lines, or stand in one list.");
            }
            return List.of(first.names());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static List<String> lacking(List<String> wanted, List<String> present) {
        return wanted.stream().filter(column -> !present.contains(column)).toList();
    }

    private static void refuseMissing(Path file, List<String> missing) {
        if (!missing.isEmpty()) {
            String header =
                    String.join(",", RawFiles.isJson(name(file)) ? fieldsOf(file) : headerOf(file));
            throw refusal(
                    "The file (%s) lacks the columns (%s); it has (%s)."
                            .formatted(
                                    file,
                                    String.join(", ", missing),
                                    header.length() > MAX_SHOWN
                                            ? header.substring(0, MAX_SHOWN) + "…"
                                            : header),
                    "Maybe it is another file, has no header, or its columns are not separated by"
                            + " commas.");
        }
    }

    private static List<Path> filesIn(Path folder) {
        checkExists(folder);
        if (!Files.isDirectory(folder)) {
            throw refusal(
                    "The path (%s) is a file, a folder is asked for.".formatted(folder),
                    "Maybe name the folder it lies in.");
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files =
                    entries.filter(file -> Files.isRegularFile(file) && !name(file).startsWith("."))
                            .sorted()
                            .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        if (files.isEmpty()) {
            throw refusal(
                    "The folder (%s) is empty.".formatted(folder),
                    "Maybe it is not the one that was meant.");
        }
        return files;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static IllegalArgumentException unreadable(Path file, IOException cause) {
        return new IllegalArgumentException(
                String.format("The path (%s) cannot be read: %s.", file, cause.getMessage()),
                cause);
    }

    private static IllegalArgumentException refusal(String message, String remedy) {
        return new IllegalArgumentException(message + "\n" + remedy);
    }
}

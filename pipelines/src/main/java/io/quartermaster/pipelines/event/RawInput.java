package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.RawRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Files that a run reads, and in which form. {@link #events}, {@link #retail} and {@link #olist}
 * look at them first and refuse what cannot be read as a whole, before anything runs.
 *
 * @param form how their lines become raw records
 * @param files what is read, in the order of names
 * @param ignored names in the folder that are not read, for a word about them
 * @param inTimeOrder whether it is one file that is known to be in the order of event times
 */
public record RawInput(RawForm form, List<Path> files, List<String> ignored, boolean inTimeOrder) {

    /** Where everything ships from if the history names no places. */
    public static final String ONLY_PLACE = "main";

    /** The brand of an item if the history names none. */
    public static final String UNKNOWN_BRAND = "unknown";

    public RawInput {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
    }

    /**
     * A folder of event files: {@code orders.csv}, {@code behaviour.jsonl.gz}, …
     *
     * @throws IllegalArgumentException naming what cannot be read and the remedy
     */
    public static RawInput events(Path folder) {
        return InputCheck.events(folder);
    }

    /**
     * The Online Retail file.
     *
     * @throws IllegalArgumentException naming what cannot be read and the remedy
     */
    public static RawInput retail(Path file) {
        return InputCheck.retail(file);
    }

    /**
     * The folder of Olist files.
     *
     * @throws IllegalArgumentException naming what cannot be read and the remedy
     */
    public static RawInput olist(Path folder) {
        return InputCheck.olist(folder);
    }

    /** Hands on every raw record, file by file, without Flink. */
    public void forEach(Consumer<RawRecord> consumer) throws IOException {
        RawTranslator translator = form.translator(files);
        for (Path file : eventFiles()) {
            String name = file.getFileName().toString();
            String kind = form.kindOf(name).orElseThrow().label();
            try (RawReader reader = RawReader.open(name, kind, RawFiles.open(file))) {
                for (RawRecord line = reader.read(); line != null; line = reader.read()) {
                    consumer.accept(translator.translate(line));
                }
            }
        }
    }

    /** The files whose lines become events; the others are only looked up. */
    List<Path> eventFiles() {
        return files.stream()
                .filter(file -> form.kindOf(file.getFileName().toString()).isPresent())
                .toList();
    }
}

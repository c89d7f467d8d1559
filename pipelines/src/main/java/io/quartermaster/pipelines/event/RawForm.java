package io.quartermaster.pipelines.event;

import io.quartermaster.domain.event.EventKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The forms in which files come in. */
public enum RawForm {
    /** A folder of files named by the kind of their events, columns as in docs/data.md. */
    EVENTS {
        @Override
        Optional<EventKind> kindOf(String file) {
            return EventKind.ofLabel(RawFiles.stem(file));
        }

        @Override
        RawTranslator translator(List<Path> files) {
            return record -> record;
        }
    },
    /** The Online Retail file. */
    RETAIL {
        @Override
        Optional<EventKind> kindOf(String file) {
            return Optional.of(EventKind.ORDERS);
        }

        @Override
        RawTranslator translator(List<Path> files) {
            return new RetailTranslator();
        }
    },
    /** The Olist folder. */
    OLIST {
        @Override
        Optional<EventKind> kindOf(String file) {
            return OlistFile.of(file).flatMap(OlistFile::kind);
        }

        @Override
        RawTranslator translator(List<Path> files) throws IOException {
            return new OlistTranslator(OlistLookups.load(files));
        }
    };

    /** What the lines of a file become; empty if none are read, or if they are only looked up. */
    abstract Optional<EventKind> kindOf(String file);

    /** The translator of an input's lines. */
    abstract RawTranslator translator(List<Path> files) throws IOException;
}

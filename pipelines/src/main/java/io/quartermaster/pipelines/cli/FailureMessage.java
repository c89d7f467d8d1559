package io.quartermaster.pipelines.cli;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/** Turns a failure into one clear message: what was wrong, with which value, and the remedy. */
final class FailureMessage {

    private FailureMessage() {}

    static String of(Throwable problem) {
        List<Throwable> chain = chain(problem);
        return first(chain, FailureMessage::isSaidByUs)
                .map(Throwable::getMessage)
                .or(
                        () ->
                                chain.stream()
                                        .map(FailureMessage::known)
                                        .filter(m -> !m.isEmpty())
                                        .findFirst())
                .or(
                        () ->
                                first(chain, FailureMessage::isArgumentOrState)
                                        .map(Throwable::getMessage))
                .orElseGet(() -> unforeseen(chain.get(chain.size() - 1)));
    }

    private static List<Throwable> chain(Throwable problem) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = problem; next != null && !chain.contains(next); ) {
            chain.add(next);
            next = next.getCause();
        }
        return chain;
    }

    private static Optional<Throwable> first(
            List<Throwable> chain, Predicate<Throwable> condition) {
        return chain.stream().filter(condition).findFirst();
    }

    private static boolean isArgumentOrState(Throwable problem) {
        return (problem instanceof IllegalArgumentException
                        || problem instanceof IllegalStateException)
                && problem.getMessage() != null;
    }

    private static boolean isSaidByUs(Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        return isArgumentOrState(problem)
                && trace.length > 0
                && trace[0].getClassName().startsWith("io.quartermaster.");
    }

    private static String known(Throwable problem) {
        if (problem instanceof NoSuchFileException missing) {
            return "The file (" + missing.getFile() + ") does not exist.\nMaybe check its path.";
        }
        if (problem instanceof AccessDeniedException denied) {
            return "There is no right to read or write ("
                    + denied.getFile()
                    + ").\nMaybe choose another folder or change its rights.";
        }
        if (problem instanceof IOException && mentions(problem, "no space left")) {
            String file =
                    problem instanceof FileSystemException named && named.getFile() != null
                            ? " at (" + named.getFile() + ")"
                            : "";
            return "There is no space left to write the output"
                    + file
                    + ".\nMaybe free some or choose another folder.";
        }
        if (problem instanceof EOFException || problem instanceof ZipException) {
            return "An input is cut off or damaged ("
                    + problem.getMessage()
                    + ").\nMaybe fetch the file again.";
        }
        if (problem instanceof OutOfMemoryError) {
            return "Memory ran out ("
                    + problem.getMessage()
                    + ").\nMaybe set QUARTERMASTER_HEAP to more, for example 3g.";
        }
        return "";
    }

    private static boolean mentions(Throwable problem, String words) {
        return problem.getMessage() != null
                && problem.getMessage().toLowerCase(Locale.ROOT).contains(words);
    }

    private static String unforeseen(Throwable root) {
        String said =
                root.getMessage() == null
                        ? ""
                        : ": " + root.getMessage().lines().findFirst().orElse("");
        return "The work failed with "
                + root.getClass().getSimpleName()
                + said
                + "\nMaybe run it again with --verbose to see where.";
    }
}

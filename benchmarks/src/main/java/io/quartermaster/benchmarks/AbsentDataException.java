package io.quartermaster.benchmarks;

/** A figure cannot be measured here, since real data that it needs is not here. */
final class AbsentDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AbsentDataException(String name) {
        super(
                "the data (%s) is not here%nMaybe set QUARTERMASTER_DATA to the folder of the real data."
                        .formatted(name));
    }
}

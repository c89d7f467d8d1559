package io.quartermaster.pipelines.embedded;

import io.quartermaster.domain.event.EventKind;
import io.quartermaster.pipelines.event.MarketplaceFiles;
import io.quartermaster.pipelines.event.RawInput;
import io.quartermaster.pipelines.forecast.ForecastOptions;
import io.quartermaster.pipelines.governance.CleaningOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/** What jobs may take for granted of a run's input, unless the user says otherwise. */
final class InputFacts {

    private InputFacts() {}

    /**
     * Sets the latest time there can be, where the price calendar is, and whether brands are known.
     *
     * @param whole whether all of the input is read, so that nobody's introduction is left out
     */
    static void into(Configuration options, List<RawInput> inputs, boolean whole, Instant now) {
        if (!options.contains(CleaningOptions.LATEST_TIME)) {
            options.set(CleaningOptions.LATEST_TIME, now.toString());
        }
        if (!options.contains(ForecastOptions.CALENDAR_FILE)) {
            calendar(inputs)
                    .ifPresent(file -> options.set(ForecastOptions.CALENDAR_FILE, file.toString()));
        }
        boolean introduced = whole && inputs.stream().allMatch(InputFacts::introducesBrands);
        if (!options.contains(CleaningOptions.KNOWN_BRANDS) && introduced) {
            options.set(CleaningOptions.KNOWN_BRANDS, true);
        }
    }

    /** Of folders of events the first that has a price calendar. */
    private static Optional<Path> calendar(List<RawInput> inputs) {
        return inputs.stream()
                .flatMap(input -> input.files().stream())
                .map(file -> file.resolveSibling(MarketplaceFiles.PRICE_CALENDAR))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static boolean introducesBrands(RawInput input) {
        return input.files().stream()
                .map(file -> file.getFileName().toString())
                .anyMatch(name -> isOf(EventKind.OFFERS, name) || isOf(EventKind.ITEMS, name));
    }

    private static boolean isOf(EventKind kind, String file) {
        return file.startsWith(kind.label() + ".");
    }
}

package io.quartermaster.benchmarks;

import io.quartermaster.domain.forecast.AccuracySummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code auto} reaches on the last 12 months of spare parts, of which most months have no
 * demand, against models for such demand, seasonal naive and nothing at all. Scales are differences
 * from month to month.
 */
final class CarParts implements Figure {

    private static final String FILE = "forecast/carparts_monthly.csv.gz";
    private static final int HORIZON = 12;
    private static final int SEASON = 12;
    private static final double[] LEVELS = {0.5, 0.8, 0.9, 0.95};
    private static final double LARGEST_BIAS = 0.1;

    @Override
    public String name() {
        return "carparts";
    }

    @Override
    public String asked() {
        return "auto on the last 12 months: scaled pinball loss and RMSSE below TSB's, SBA's, seasonal naive's and those of zeros, bias within 10 %";
    }

    @Override
    public String command() {
        return "benchmarks/run carparts";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        Path file = LongSeries.of(workshop, FILE, "unique_id,ds,y", CarParts::row);
        List<AccuracySummary> peers =
                new ArrayList<>(
                        SeriesMeasuring.of(
                                file,
                                HORIZON,
                                SEASON,
                                LEVELS,
                                "auto,tsb,sba,seasonal_naive,zeros"));
        AccuracySummary auto = peers.remove(0);
        boolean met =
                Math.abs(auto.bias()) <= LARGEST_BIAS
                        && peers.stream().allMatch(peer -> isBelow(auto, peer));
        return Reached.of(
                String.format(Locale.ROOT, "%s, bias %.3f", shown(auto), auto.bias()),
                peers.stream()
                        .map(peer -> peer.model() + " " + shown(peer))
                        .collect(Collectors.joining(", ")),
                met);
    }

    private static String row(Map<String, String> cells) {
        return String.join(",", cells.get("series"), cells.get("t"), cells.get("value"));
    }

    private static boolean isBelow(AccuracySummary auto, AccuracySummary peer) {
        return auto.meanScaledPinball() < peer.meanScaledPinball() && auto.rmsse() < peer.rmsse();
    }

    private static String shown(AccuracySummary model) {
        return String.format(Locale.ROOT, "%.3f / %.3f", model.meanScaledPinball(), model.rmsse());
    }
}

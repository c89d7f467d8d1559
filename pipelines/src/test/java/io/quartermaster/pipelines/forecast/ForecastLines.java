package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.event.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Forecasts as lines to compare, whatever order they came in. */
final class ForecastLines {

    private ForecastLines() {}

    static List<Forecast> of(Iterable<?> output) {
        List<Forecast> all = new ArrayList<>();
        for (Object element : output) {
            if (element instanceof StreamRecord<?> row) {
                all.add((Forecast) row.getValue());
            }
        }
        return all;
    }

    static List<String> sorted(List<Forecast> forecasts) {
        JsonCodec<Forecast> codec = JsonCodec.of(Forecast.class);
        return forecasts.stream()
                .map(forecast -> new String(codec.write(forecast), StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }
}

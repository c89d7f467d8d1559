package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.forecast.Forecast;
import io.quartermaster.pipelines.channel.Channels;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The forecast operator in a harness. */
@SuppressWarnings("try") // closing a harness may be interrupted
final class ForecastHarness
        extends KeyedOneInputStreamOperatorTestHarness<String, DescribedWindow, Forecast> {

    ForecastHarness(ForecastOptions options) throws Exception {
        super(new ForecastOperator(options), DescribedWindow::series, Types.STRING);
    }

    void add(List<DemandWindow> windows) throws Exception {
        for (DemandWindow window : windows) {
            processElement(
                    DescribedWindow.undescribed(window),
                    Channels.endOf(window.day()).toEpochMilli());
        }
    }

    List<Forecast> forecasts() {
        return ForecastLines.of(getOutput());
    }
}

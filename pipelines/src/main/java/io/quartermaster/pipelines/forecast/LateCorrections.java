package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.demand.DemandWindow;
import io.quartermaster.domain.governance.Quarantined;
import io.quartermaster.pipelines.event.PlainTypes;
import org.apache.flink.util.OutputTag;

/** Corrections of windows that lie too far back for the models to take them in. */
final class LateCorrections {

    static final OutputTag<Quarantined> TAG =
            new OutputTag<>("late-corrections", PlainTypes.of(Quarantined.class));

    private LateCorrections() {}

    static Quarantined of(DemandWindow window) {
        return new Quarantined(
                "demand",
                0,
                "window",
                "too_late",
                "The window of item (%s) at place (%s) on %s, revision %d, came when the forecasts made of it could no longer be made again."
                        .formatted(window.item(), window.place(), window.day(), window.revision()),
                window.toString());
    }
}

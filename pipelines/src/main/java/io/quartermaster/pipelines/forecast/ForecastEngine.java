package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.ForecastChampion;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.udfs.forecast.ForecastBundle;
import io.quartermaster.udfs.forecast.SequenceModels;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the LSTM takes part, decided once before the job starts.
 *
 * @param options with an empty model folder where it does not
 * @param reason why it does not, empty if it does
 */
public record ForecastEngine(ForecastOptions options, String reason) {

    private static final Logger LOG = LoggerFactory.getLogger(ForecastEngine.class);

    /**
     * Looks at model and engine.
     *
     * @throws IllegalArgumentException when the LSTM is forced and cannot be had
     */
    public static ForecastEngine decide(ForecastOptions wanted) {
        if (wanted.engine().equals("none")) {
            return new ForecastEngine(wanted.withoutEngine(), "switched off by forecast.engine");
        }
        if (!wanted.runs(ForecastChampion.LSTM)) {
            return new ForecastEngine(wanted.withoutEngine(), "not among forecast.models");
        }
        if (wanted.modelFolder().isEmpty()) {
            return fallback(wanted, "no model is named by forecast.model-folder");
        }
        try (SequenceModel model = SequenceModels.load(Path.of(wanted.modelFolder()))) {
            ForecastModelCheck.fits(model.options(), wanted);
            return new ForecastEngine(wanted, "");
        } catch (IllegalArgumentException e) {
            if (wanted.engine().equals("lstm")) {
                throw e;
            }
            return fallback(wanted, e.getMessage());
        }
    }

    private static ForecastEngine fallback(ForecastOptions wanted, String reason) {
        SequenceModels.fallbacks().fellBack();
        LOG.warn("Forecasting goes on without the LSTM: {}", reason);
        return new ForecastEngine(wanted.withoutEngine(), reason);
    }

    /** The model, checked; bundles of one are calls of one row, all others are padded. */
    static ForecastBundle open(ForecastOptions options) {
        Path folder = Path.of(options.modelFolder());
        ForecastBundle engine =
                options.bundleSize() == 1
                        ? new ForecastBundle(SequenceModels.load(folder), 1)
                        : ForecastBundle.open(folder);
        ForecastModelCheck.fits(engine.options(), options);
        return engine;
    }
}

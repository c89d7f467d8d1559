package io.quartermaster.udfs.forecast;

import io.quartermaster.domain.engine.EngineUse;
import io.quartermaster.domain.forecast.DaysAhead;
import io.quartermaster.domain.forecast.DemandFeatures;
import io.quartermaster.domain.forecast.DemandHistory;
import io.quartermaster.domain.forecast.HorizonForecast;
import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.domain.forecast.SequenceModelOptions;
import io.quartermaster.domain.forecast.SeriesScale;
import io.quartermaster.domain.forecast.StaticCovariates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Calls a sequence model for many series at once. Every call carries {@value #SIZE} rows, the last
 * one padded with zeros: a fixed size keeps the bits of a row the same whatever rows lie beside it.
 * SQL functions and DataStream operators both go through it, so both give the same forecasts.
 * Belongs to one thread; open it when the task opens, close it when the task closes.
 */
public final class ForecastBundle implements AutoCloseable {

    /** Rows of every call. */
    public static final int SIZE = 64;

    private final SequenceModel model;
    private final SequenceModelOptions options;
    private final int size;
    private final EngineUse use = new EngineUse();

    /** A bundle over a model that is open; closing the bundle closes it. */
    public ForecastBundle(SequenceModel model) {
        this(model, SIZE);
    }

    /** Calls of another size, to measure what bundling gains; its bits may be others. */
    public ForecastBundle(SequenceModel model, int size) {
        this.model = model;
        this.options = model.options();
        this.size = size;
    }

    /**
     * Loads an exported model by the engine that is on the class path.
     *
     * @throws IllegalArgumentException when no engine is available, or the folder holds no model
     */
    public static ForecastBundle open(Path folder) {
        return new ForecastBundle(SequenceModels.load(folder));
    }

    public SequenceModelOptions options() {
        return options;
    }

    /** Version of the model's weights. */
    public String version() {
        return model.version();
    }

    /**
     * How often this bundle called its model, and the series those calls carried, padding aside.
     */
    public EngineUse use() {
        return use;
    }

    /** Whether a history is long enough for the model. */
    public static boolean isLongEnough(DemandHistory history) {
        return history.kept() >= DemandFeatures.FEWEST_DAYS;
    }

    /**
     * Forecasts series from their last days, of what lies ahead knowing the calendar only.
     *
     * @param histories each long enough
     * @return one forecast per history, in order
     */
    public List<HorizonForecast> forecast(List<DemandHistory> histories) {
        return forecast(histories, Collections.nCopies(histories.size(), DaysAhead.UNKNOWN));
    }

    /**
     * Forecasts series from their last days, of themselves knowing no more than these.
     *
     * @param histories each long enough
     * @param ahead what is known of the days to come, one for each history
     * @return one forecast per history, in order
     */
    public List<HorizonForecast> forecast(List<DemandHistory> histories, List<DaysAhead> ahead) {
        return forecast(
                histories,
                ahead,
                Collections.nCopies(histories.size(), StaticCovariates.unknown()));
    }

    /**
     * Forecasts series from their last days.
     *
     * @param histories each long enough
     * @param ahead what is known of the days to come, one for each history
     * @param statics what does not change of each series, as {@link StaticCovariates#of} makes it
     * @return one forecast per history, in order
     */
    public List<HorizonForecast> forecast(
            List<DemandHistory> histories, List<DaysAhead> ahead, List<float[]> statics) {
        checkFeatures();
        int count = histories.size();
        SeriesScale[] scales = new SeriesScale[count];
        float[][][] inputs = new float[count][][];
        float[][] known = new float[count][];
        for (int i = 0; i < count; i++) {
            scales[i] = SeriesScale.of(histories.get(i));
            inputs[i] = DemandFeatures.encoder(histories.get(i), scales[i]);
            known[i] =
                    DemandFeatures.known(
                            histories.get(i),
                            scales[i],
                            options.horizon(),
                            ahead.get(i),
                            statics.get(i));
        }
        float[][] decoded = decode(encode(inputs), known);
        List<HorizonForecast> forecasts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            forecasts.add(DemandFeatures.forecast(decoded[i], scales[i], options.quantiles()));
        }
        return forecasts;
    }

    private void checkFeatures() {
        if (!options.shape().features().equals(DemandFeatures.NAME)) {
            throw new IllegalArgumentException(
                    "The model has the inputs (%s), here (%s) are made.\nMaybe train one with --profile demand."
                            .formatted(options.shape().features(), DemandFeatures.NAME));
        }
    }

    /** {@link SequenceModel#encode} of any number of series. */
    public float[][] encode(float[][][] inputs) {
        float[][] states = new float[inputs.length][];
        for (int from = 0; from < inputs.length; from += size) {
            int rows = Math.min(size, inputs.length - from);
            float[][][] bundle = Arrays.copyOfRange(inputs, from, from + size);
            float[][] nothing = new float[options.encoderSteps()][options.inputs()];
            Arrays.fill(bundle, rows, size, nothing);
            System.arraycopy(model.encode(bundle), 0, states, from, rows);
            use.called(rows);
        }
        return states;
    }

    /** {@link SequenceModel#advance} of any number of series. */
    public float[][] advance(float[][] inputs, float[][] states) {
        float[][] next = new float[inputs.length][];
        for (int from = 0; from < inputs.length; from += size) {
            int rows = Math.min(size, inputs.length - from);
            float[][] bundle = padded(inputs, from, rows, options.inputs());
            float[][] before = padded(states, from, rows, options.shape().stateSize());
            System.arraycopy(model.advance(bundle, before), 0, next, from, rows);
            use.called(rows);
        }
        return next;
    }

    /** {@link SequenceModel#decode} of any number of series. */
    public float[][] decode(float[][] states, float[][] known) {
        float[][] decoded = new float[states.length][];
        int knownNumbers = options.shape().aheadSize();
        for (int from = 0; from < states.length; from += size) {
            int rows = Math.min(size, states.length - from);
            float[][] bundle = padded(states, from, rows, options.shape().stateSize());
            float[][] ahead = padded(known, from, rows, knownNumbers);
            System.arraycopy(model.decode(bundle, ahead), 0, decoded, from, rows);
            use.called(rows);
        }
        return decoded;
    }

    /** {@link SequenceModel#advanceAndDecode} of any number of series. */
    public SequenceModel.Advanced advanceAndDecode(
            float[][] inputs, float[][] states, float[][] known) {
        float[][] next = new float[inputs.length][];
        float[][] decoded = new float[inputs.length][];
        for (int from = 0; from < inputs.length; from += size) {
            int rows = Math.min(size, inputs.length - from);
            SequenceModel.Advanced answer =
                    model.advanceAndDecode(
                            padded(inputs, from, rows, options.inputs()),
                            padded(states, from, rows, options.shape().stateSize()),
                            padded(known, from, rows, options.shape().aheadSize()));
            System.arraycopy(answer.states(), 0, next, from, rows);
            System.arraycopy(answer.forecasts(), 0, decoded, from, rows);
            use.called(rows);
        }
        return new SequenceModel.Advanced(next, decoded);
    }

    /** {@link SequenceModel#assign}. */
    public void assign(float[] weights) {
        model.assign(weights);
    }

    @Override
    public void close() {
        model.close();
    }

    private float[][] padded(float[][] rows, int from, int count, int width) {
        float[][] bundle = Arrays.copyOfRange(rows, from, from + size);
        Arrays.fill(bundle, count, size, new float[width]);
        return bundle;
    }
}

package io.quartermaster.pipelines.forecast;

import io.quartermaster.domain.forecast.SequenceModel;
import io.quartermaster.udfs.forecast.ForecastBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Gathers series and calls the sequence model for all of them at once: to encode those that bring a
 * history, to advance those that bring a state, to decode those whose forecast is wanted; to do the
 * last two in one call for those that want both. A key is in it once.
 */
final class SeriesBundle {

    /**
     * What is asked for one series: a history to encode, or an input and a state to advance.
     *
     * @param history [encoderSteps][inputs], null to advance
     * @param input [inputs], null to encode
     * @param state h then c, null to encode
     * @param known covariates of the days ahead if a forecast is wanted, else null
     */
    private record Question(float[][] history, float[] input, float[] state, float[] known) {

        boolean isWanted() {
            return known != null;
        }
    }

    /**
     * What the model said of one series.
     *
     * @param state its state now, h then c
     * @param forecast as the model decodes it, null if it was not asked for
     */
    record Answer(float[] state, float[] forecast) {}

    /** Takes the answers, in the order in which the series came. */
    interface Sink {
        void accept(String key, Answer answer) throws Exception;
    }

    private final ForecastBundle engine;
    private final int size;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    /**
     * @param size series after which it is full
     */
    SeriesBundle(ForecastBundle engine, int size) {
        this.engine = engine;
        this.size = size;
    }

    boolean contains(String key) {
        return questions.containsKey(key);
    }

    boolean isFull() {
        return questions.size() >= size;
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    void encode(String key, float[][] history, float[] known) {
        add(key, new Question(history, null, null, known));
    }

    void advance(String key, float[] input, float[] state, float[] known) {
        add(key, new Question(null, input, state, known));
    }

    private void add(String key, Question question) {
        if (questions.putIfAbsent(key, question) != null) {
            throw new IllegalStateException(
                    "The key (" + key + ") is in the bundle already: flush it first.");
        }
    }

    /** Calls the model and hands the answers on; the bundle is empty then. */
    void flush(Sink sink) throws Exception {
        List<String> keys = List.copyOf(questions.keySet());
        List<Question> asked = List.copyOf(questions.values());
        questions.clear();
        float[][] states = new float[asked.size()][];
        float[][] forecasts = new float[asked.size()][];
        encode(asked, states, forecasts);
        advance(asked, states);
        advanceAndDecode(asked, states, forecasts);
        for (int i = 0; i < keys.size(); i++) {
            sink.accept(keys.get(i), new Answer(states[i], forecasts[i]));
        }
    }

    private void encode(List<Question> asked, float[][] states, float[][] forecasts) {
        List<Integer> encoded = indices(asked, question -> question.history() != null);
        scatter(states, encoded, engine.encode(histories(asked, encoded)));
        List<Integer> wanted =
                indices(asked, question -> question.history() != null && question.isWanted());
        float[][] after = new float[wanted.size()][];
        for (int i = 0; i < after.length; i++) {
            after[i] = states[wanted.get(i)];
        }
        scatter(forecasts, wanted, engine.decode(after, rows(asked, wanted, Question::known)));
    }

    private void advance(List<Question> asked, float[][] states) {
        List<Integer> advanced =
                indices(asked, question -> question.input() != null && !question.isWanted());
        scatter(
                states,
                advanced,
                engine.advance(
                        rows(asked, advanced, Question::input),
                        rows(asked, advanced, Question::state)));
    }

    private void advanceAndDecode(List<Question> asked, float[][] states, float[][] forecasts) {
        List<Integer> wanted =
                indices(asked, question -> question.input() != null && question.isWanted());
        SequenceModel.Advanced answers =
                engine.advanceAndDecode(
                        rows(asked, wanted, Question::input),
                        rows(asked, wanted, Question::state),
                        rows(asked, wanted, Question::known));
        scatter(states, wanted, answers.states());
        scatter(forecasts, wanted, answers.forecasts());
    }

    private static List<Integer> indices(List<Question> asked, Predicate<Question> chosen) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (chosen.test(asked.get(i))) {
                indices.add(i);
            }
        }
        return indices;
    }

    private static float[][][] histories(List<Question> asked, List<Integer> indices) {
        float[][][] histories = new float[indices.size()][][];
        for (int i = 0; i < histories.length; i++) {
            histories[i] = asked.get(indices.get(i)).history();
        }
        return histories;
    }

    private static float[][] rows(
            List<Question> asked, List<Integer> indices, Function<Question, float[]> part) {
        float[][] rows = new float[indices.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = part.apply(asked.get(indices.get(i)));
        }
        return rows;
    }

    private static void scatter(float[][] into, List<Integer> indices, float[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            into[indices.get(i)] = rows[i];
        }
    }
}

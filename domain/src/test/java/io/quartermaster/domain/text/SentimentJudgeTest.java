package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentimentJudgeTest {

    /** Planes of one term: "good" adds ln 3 to the last label, so its odds are 3 to 1. */
    private static TextClassifier classifier(String... labels) {
        TextFeatures features = TextFeatures.of(List.of("good"), new GramSettings(1, 1, 0, 1));
        float[][] planes = new float[labels.length][1];
        planes[labels.length - 1][0] = (float) Math.log(3);
        return new TextClassifier(
                List.of(labels),
                Set.of(UnicodeScript.LATIN),
                features,
                new LinearScorer(planes, new float[labels.length]),
                1);
    }

    @Test
    void scoresPositiveMinusNegative() {
        Sentiment sentiment = new SentimentJudge(classifier("0", "1")).judge("Good!").orElseThrow();
        assertThat(sentiment.label()).isEqualTo("positive");
        assertThat(sentiment.confidence()).isCloseTo(0.75, within(1e-6));
        assertThat(sentiment.score()).isCloseTo(0.5, within(1e-6));
    }

    /** Of 5 parts positive has 3 and negative 2: too near to tell. */
    @Test
    void whatItCanHardlyTellIsNeutral() {
        TextFeatures features = TextFeatures.of(List.of("good"), new GramSettings(1, 1, 0, 1));
        float[][] planes = {{0}, {(float) Math.log(1.5)}};
        TextClassifier undecided =
                new TextClassifier(
                        List.of("0", "1"),
                        Set.of(UnicodeScript.LATIN),
                        features,
                        new LinearScorer(planes, new float[2]),
                        1);

        Sentiment sentiment = new SentimentJudge(undecided).judge("good").orElseThrow();

        assertThat(sentiment.label()).isEqualTo("neutral");
        assertThat(sentiment.score()).isCloseTo(0.2, within(1e-6));
        assertThat(sentiment.confidence()).isCloseTo(0.8, within(1e-6));
    }

    /** Of 5 parts positive has 3, negative and neutral one each. */
    @Test
    void knowsNeutral() {
        Sentiment sentiment =
                new SentimentJudge(classifier("NEG", "neutral", "POS")).judge("good").orElseThrow();
        assertThat(sentiment.confidence()).isCloseTo(0.6, within(1e-6));
        assertThat(sentiment.score()).isCloseTo(0.4, within(1e-6));
        assertThat(new SentimentJudge(classifier("-1", "0", "1")).judge("good"))
                .contains(sentiment);
    }

    @Test
    void judgesNoMessageWithoutWords() {
        assertThat(new SentimentJudge(classifier("0", "1")).judge("😡")).isEmpty();
    }

    @Test
    void refusesAModelOfOtherLabels() {
        assertThatThrownBy(() -> new SentimentJudge(classifier("delivery", "refund")))
                .hasMessage(
                        "The labels [delivery, refund] of the model are no sentiments.\nMaybe train it on positive and negative, or 1 and 0.");
        assertThatThrownBy(() -> new SentimentJudge(classifier("neutral", "positive")))
                .hasMessageStartingWith("The labels [neutral, positive] of the model");
    }
}

package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerBookTest {

    private static final String STATUS = "Your parcel is on its way.";
    private static final String REFUND = "Refunds take five days.";

    private static AnswerBook book() {
        List<PastAnswer> past = new ArrayList<>();
        for (String when : List.of("now", "today", "please", "then", "at last", "again")) {
            past.add(new PastAnswer("Where is my parcel " + when, STATUS));
            past.add(new PastAnswer("When will my parcel arrive " + when, STATUS));
            past.add(new PastAnswer("When do I get a refund " + when, REFUND));
            past.add(new PastAnswer("Refund my money " + when, REFUND));
        }
        past.add(new PastAnswer("😡", REFUND));
        return AnswerBook.of(past);
    }

    @Test
    void suggestsWhatWasAnsweredToQuestionsLikeIt() {
        AnswerBook book = book();
        Suggestion suggestion = book.suggest("Where is my <b>parcel</b>?");
        assertThat(book.size()).isEqualTo(24);
        assertThat(suggestion.answer()).isEqualTo(STATUS);
        assertThat(suggestion.confidence()).isBetween(0.8, 1.0);
        assertThat(suggestion.isForAPerson(0.7)).isFalse();
        assertThat(book.suggest("refund!").answer()).isEqualTo(REFUND);
    }

    @Test
    void handsOverWhatIsUnlikeAllThatWasAsked() {
        Suggestion vague = book().suggest("my cat ate it");
        assertThat(vague.confidence()).isLessThan(book().suggest("my parcel").confidence());
        Suggestion none = book().suggest("Zzz qqq");
        assertThat(none.isForAPerson(0)).isTrue();
        assertThat(none.problem())
                .isEqualTo(
                        "No past question is like the message (Zzz qqq).\nMaybe a person should answer it.");
        assertThat(book().suggest("").problem()).startsWith("The message is empty.");
        assertThat(book().suggest("👍").isForAPerson(0)).isTrue();
    }

    @Test
    void answersSeveralAsItAnswersEach() {
        AnswerBook book = book();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            asked.add(List.of("Where is my parcel?", "Refund " + i, "", "Zzz", "👍").get(i % 5));
        }
        assertThat(book.suggest(asked)).isEqualTo(asked.stream().map(book::suggest).toList());
        assertThat(book.suggest(List.of())).isEmpty();
    }

    /** Each question has an answer of its own: the cosine of the nearest is the confidence. */
    @Test
    void takesTheCosineWhereNoAnswerStandsTwice() {
        AnswerBook list =
                AnswerBook.of(
                        List.of(
                                new PastAnswer("How do I pay?", "By card."),
                                new PastAnswer("Where is my parcel?", "See tracking.")));
        assertThat(list.suggest("Where is my parcel?").confidence()).isCloseTo(1, within(1e-6));
        assertThat(list.suggest("Where is it?").confidence()).isBetween(0.1, 0.9);
    }

    @Test
    void refusesABookWithoutQuestions() {
        assertThatThrownBy(() -> AnswerBook.of(List.of(new PastAnswer("", "Yes."))))
                .hasMessage(
                        "None of the 1 past questions can be read.\nMaybe another column holds them.");
        assertThatThrownBy(() -> new PastAnswer("Why?", " "))
                .hasMessage(
                        "The answer to the question (Why?) is empty.\nMaybe leave the question out.");
    }

    /** By hand: (1, 0) and (3, 4) / 5 have the cosine 3/5. */
    @Test
    void findsTheNearestByCosine() {
        TermIndex index =
                TermIndex.of(
                        List.of(
                                vector(new int[] {0}, 2),
                                vector(new int[] {0, 1}, 3, 4),
                                vector(new int[] {1}, 1)),
                        2);
        assertThat(index.nearest(vector(new int[] {0}, 1), 2, -1))
                .containsExactly(new TermIndex.Near(0, 1), new TermIndex.Near(1, 0.6));
        assertThat(index.nearest(vector(new int[] {0}, 1), 2, 0))
                .containsExactly(new TermIndex.Near(1, 0.6));
    }

    /**
     * Two scores with 9 of 18 and 15 of 18 right: smoothed to 25/26 and 1/14, the shares are (9 *
     * 25/26 + 9 / 14) / 18 and (15 * 25/26 + 3 / 14) / 18.
     */
    @Test
    void fitsTheCurveThroughWhatWasRight() {
        double[] scores = new double[36];
        boolean[] right = new boolean[36];
        for (int i = 0; i < 36; i++) {
            scores[i] = i < 18 ? 0 : 1;
            right[i] = i < 18 ? i < 9 : i < 33;
        }
        LogisticCurve curve = LogisticCurve.fit(scores, right);
        double high = 25.0 / 26;
        double low = 1.0 / 14;
        assertThat(curve.at(0)).isCloseTo((9 * high + 9 * low) / 18, within(1e-5));
        assertThat(curve.at(1)).isCloseTo((15 * high + 3 * low) / 18, within(1e-5));
    }

    @Test
    void neverTakesAHigherScoreForLess() {
        LogisticCurve curve = LogisticCurve.fit(new double[] {0, 1}, new boolean[] {true, false});
        assertThat(curve.slope()).isZero();
        assertThat(curve.at(5)).isEqualTo(0.5);
    }

    private static SparseVector vector(int[] places, float... values) {
        return new SparseVector(places, values);
    }
}

package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTextTest {

    @Test
    void takesMarkupOut() {
        assertThat(text("<b>Late</b>&nbsp;<script>steal('tea')</script>again"))
                .isEqualTo("Late &nbsp; again");
        assertThat(text("<img src=x onerror=alert(1)>My parcel<!-- hidden --> is late"))
                .isEqualTo("My parcel is late");
        assertThat(text("</td><style>p{}</style >late")).isEqualTo("late");
    }

    @Test
    void leavesWhatOnlyLooksLikeMarkup() {
        assertThat(text("I <3 it, 5 < 6 and quality<price"))
                .isEqualTo("I <3 it, 5 < 6 and quality<price");
        assertThat(text("<script>never closed")).isEqualTo("<script>never closed");
        assertThat(text("late <")).isEqualTo("late <");
    }

    @Test
    void takesOutWhatNobodySees() {
        assertThat(text("par\u200Bcel\u0000 \u202Eis\t\n late\uFEFF")).isEqualTo("parcel is late");
        assertThat(text("late\uD83D")).isEqualTo("late");
    }

    @Test
    void saysWhyAMessageCannotBeRead() {
        assertThat(ReadableText.of(" \n").problem())
                .isEqualTo("The message is empty.\nMaybe its column was not filled.");
        assertThat(ReadableText.of("😡😡 !!").problem())
                .isEqualTo("The message (😡😡 !!) holds no word.\nMaybe a person should read it.");
        assertThat(ReadableText.of("<br><br>").problem()).contains("holds no word");
        assertThat(ReadableText.of("😡".repeat(60)).problem())
                .isEqualTo(
                        "The message (%s…) holds no word.\nMaybe a person should read it."
                                .formatted("😡".repeat(40)));
    }

    /** Work must not grow with the square of the length. */
    @Test
    void readsTheBeginningOfAVeryLongMessage() {
        String message = "<a".repeat(50_000);
        assertThat(text(message)).hasSize(ReadableText.LONGEST);
        assertThat(text("a" + "😡".repeat(50_000))).hasSize(ReadableText.LONGEST - 1);
    }

    @Test
    void aMessageInAnotherScriptIsNotJudged() {
        TextClassifier classifier = Toys.trained(ClassifierMethod.LINEAR).classifier();
        assertThat(classifier.classify("我的包裹在哪里?"))
                .isEqualTo(
                        Classification.impossible(
                                "The message (我的包裹在哪里?) is in the script HAN; the model knows [LATIN].\nMaybe use a model trained on that language."));
        assertThat(classifier.classify("zzz").problem())
                .isEqualTo(
                        "No word of the message (zzz) is known to the model.\nMaybe train it on texts like this one.");
        assertThat(classifier.probabilities("我的包裹在哪里?")).isEmpty();
        assertThat(classifier.classify("").problem()).startsWith("The message is empty.");
    }

    private static String text(String message) {
        return ReadableText.of(message).text();
    }
}

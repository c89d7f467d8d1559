package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "WHITE HANGING HEART T-LIGHT HOLDER, white hanging heart t light holder",
        "'Größe 42, (weiß)!', größe 42 weiß",
        "ＦＵＬＬ　ｗｉｄｔｈ, full width",
        "不锈钢保温杯, 不锈 锈钢 钢保 保温 温杯",
        "USB充电线 2m, usb 充电 电线 2m",
        "杯, 杯",
        "don't, don t",
        "👍👍, ''"
    })
    void splitsATextIntoWords(String text, String words) {
        assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
    }

    @Test
    void keepsAccentsThatAreWrittenApart() {
        assertThat(Words.of("cafe\u0301")).containsExactly("caf\u00e9");
    }

    @Test
    void hasNoWordsWhereThereIsNothing() {
        assertThat(Words.of(" \t ")).isEmpty();
    }
}

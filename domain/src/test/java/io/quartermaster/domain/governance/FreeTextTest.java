package io.quartermaster.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {

    /** Examples of the registries: 4111… of card networks, GB82… and DE89… of the IBAN registry. */
    @ParameterizedTest
    @CsvFileSource(resources = "personal-texts.txt", delimiter = '|')
    void hidesWhatTellsAPerson(String text, String masked) {
        assertThat(FreeText.mask(text.replace("¶", "\n"))).isEqualTo(masked.replace("¶", "\n"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "impersonal-texts.txt", delimiter = '|')
    void keepsWhatOnlyLooksLikeIt(String text) {
        assertThat(FreeText.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "personal-texts.txt", delimiter = '|')
    void findsNothingMoreInWhatIsMasked(String text, String masked) {
        assertThat(FreeText.mask(FreeText.mask(text))).isEqualTo(FreeText.mask(text));
        assertThat(masked).isNotEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "12 ",
                "4 ",
                "Rua Das ",
                "my name is ",
                "Dear A",
                "Regards, ",
                "@",
                "a@",
                "a.b@c.",
                "GB82 ",
                "1 A ",
                "路",
                "北京市",
                "address: 1",
                "-",
                "Mr. A "
            })
    void looksAtAHundredThousandCharactersQuickly(String part) {
        String text = part.repeat(100_000 / part.length());
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(3), () -> FreeText.mask(text));
    }

    @Test
    @Timeout(10)
    void throwsNothingWhateverItHolds() {
        for (String text :
                new String[] {"", " ", "\uD83D", "\uDE21\uD83D", "<b>\u0000</b>", "我叫", "Mr. "}) {
            assertThatCode(() -> FreeText.mask(text)).doesNotThrowAnyException();
            assertThat(FreeText.mask(text)).hasSameSizeAs(text);
        }
    }
}

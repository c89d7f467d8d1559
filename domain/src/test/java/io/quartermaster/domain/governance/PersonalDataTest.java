package io.quartermaster.domain.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.event.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalDataTest {

    private static final Tokeniser TOKENISER = new Tokeniser("secret");
    private static final String TOKEN = TOKENISER.token(PersonalField.CUSTOMER, "17850");

    private final PersonalData personalData = new PersonalData(TOKENISER);

    /** Computed by openssl dgst -sha256 -hmac secret over "customer", a zero byte and "17850". */
    @Test
    void makesTokensByHmacSha256() {
        assertThat(TOKEN).isEqualTo("f8d727c9ab23addb10de7985");
    }

    @Test
    void givesOneTokenToACustomerAndAnotherToAnExpertOfThatName() {
        assertThat(TOKENISER.token(PersonalField.CUSTOMER, "17850")).isEqualTo(TOKEN);
        assertThat(TOKENISER.token(PersonalField.EXPERT, "17850")).isNotEqualTo(TOKEN);
        assertThat(new Tokeniser("other").token(PersonalField.CUSTOMER, "17850"))
                .isNotEqualTo(TOKEN);
    }

    @Test
    void leavesAnUnknownCustomerUnknown() {
        assertThat(TOKENISER.token(PersonalField.CUSTOMER, "")).isEmpty();
    }

    @Test
    void refusesAnEmptyKey() {
        assertThatThrownBy(() -> new Tokeniser(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The key that personal fields are tokenised with must not be empty.\n"
                                + "Maybe the option governance.token-key was set to nothing.");
    }

    @Test
    void replacesTheCustomerInItsColumnAndInTheLine() {
        RawRecord record = record("customer", "17850", "536365,178501,6,17850.0,France");
        RawRecord safe = personalData.protect(record);
        assertThat(safe.value("customer")).isEqualTo(TOKEN);
        assertThat(safe.original()).isEqualTo("536365,178501,6," + TOKEN + ".0,France");
        assertThat(record.value("customer")).isEqualTo("17850");
    }

    @Test
    void hidesAWholeLineWhereTheCustomerCannotBeFound() {
        RawRecord safe = personalData.protect(record("customer", "Ann Lee", "7,Ann\\u0020Lee,A"));
        assertThat(safe.value("customer")).hasSize(24);
        assertThat(safe.original()).isEqualTo("n,Xxx\\xnnnnXxx,X");
    }

    @Test
    void findsAValueThatCsvQuotes() {
        RawRecord safe = personalData.protect(record("customer", "A \"B\"", "1,\"A \"\"B\"\"\",x"));
        assertThat(safe.original())
                .isEqualTo("1,\"" + TOKENISER.token(PersonalField.CUSTOMER, "A \"B\"") + "\",x");
    }

    @Test
    void hidesALineThatCouldNotBeSplit() {
        RawRecord broken =
                new RawRecord(
                        "orders",
                        "file",
                        3,
                        new String[0],
                        new String[0],
                        "1,Ann@x.org,17850",
                        "The quote is not closed.");
        assertThat(personalData.protect(broken).original()).isEqualTo("n,Xxx@x.xxx,nnnnn");
    }

    @Test
    void keepsTheWordsOfACleanMessageAndHidesThemInTheLine() {
        RawRecord safe =
                personalData.protect(record("text", "Call me, Ann", "m1,\"Call me, Ann\""));
        assertThat(safe.value("text")).isEqualTo("Call me, Ann");
        assertThat(safe.original()).isEqualTo("m1,\"Xxxx xx, Xxx\"");
    }

    @Test
    void hidesNamesAndAddressesInNotesAndInTheQuarantinedLine() {
        RawRecord safe =
                personalData.protect(
                        record(
                                "note",
                                "my name is Ann Lee, 5 Elm Road",
                                "n1,\"my name is Ann Lee, 5 Elm Road\",x"));
        assertThat(safe.value("note")).isEqualTo("my name is Xxx Xxx, n Xxx Xxxx");
        assertThat(safe.original()).isEqualTo("n1,\"my name is Xxx Xxx, n Xxx Xxxx\",x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write to ann.lee+shop@mail.example.org now | write to xxx.xxx+xxxx@xxxx.xxxxxxx.xxx now",
                "call +44 (0)20 7946-0958 today | call +nn (n)nn nnnn-nnnn today",
                "card 4111 1111 1111 1111 | card nnnn nnnn nnnn nnnn",
                "order 536365 came on 2011-05-01 with 6 of 12 | order 536365 came on 2011-05-01 with 6 of 12",
                "a 100 % bad lamp | a 100 % bad lamp"
            })
    void hidesContactDataInFreeText(String text, String masked) {
        assertThat(personalData.protect(record("text", text, text)).value("text"))
                .isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "MASK, Ab-12é, Xx-nnx",
        "MASK_SHOW_LAST_4, 4111-1111, nnnn-1111",
        "MASK_SHOW_FIRST_4, Anna Lee, Anna Xxx",
        "MASK_NULL, Anna, ''",
        "MASK_NONE, Anna, Anna"
    })
    void masksAsRangerDoes(MaskingType type, String value, String masked) {
        assertThat(type.apply(value)).isEqualTo(masked);
    }

    private static RawRecord record(String column, String value, String original) {
        return new RawRecord(
                "orders", "file", 2, new String[] {column}, new String[] {value}, original, "");
    }
}

package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my card and when will it arrive?|en",
                "Ainda não recebi o meu produto|pt",
                "Todavía no he recibido mi pedido|es",
                "Je n'ai pas reçu mon colis|fr",
                "Wann kommt mein Paket? Ich warte noch|de",
                "Il prodotto non è ancora arrivato|it",
                "这本书很好|zh",
                "この本はとても良い|ja",
                "배송이 늦어요|ko",
                "Где мой заказ?|ru",
                "أين طلبي|ar",
                "xyz 12345|und",
                "😡😡|und"
            })
    void tellsTheLanguage(String text, String language) {
        assertThat(Language.of(text)).isEqualTo(language);
    }
}

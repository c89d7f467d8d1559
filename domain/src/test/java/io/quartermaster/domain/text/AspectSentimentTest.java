package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectSentimentTest {

    private static final AspectSentiment ASPECTS = new AspectSentiment(judge());

    /** Learns good, bom, 很好 against bad, ruim, 太差. */
    private static SentimentJudge judge() {
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (String thing : List.of("price", "delivery", "preço", "quality", "service")) {
            texts.addAll(List.of(thing + " good bom 很好", thing + " bad ruim 太差"));
            labels.addAll(List.of("positive", "negative"));
        }
        texts.addAll(List.of("质量很好", "质量太差"));
        labels.addAll(List.of("positive", "negative"));
        return new SentimentJudge(
                new ClassifierTrainer(
                                ClassifierSettings.STANDARD
                                        .with(ClassifierMethod.LINEAR)
                                        .with(new GramSettings(1, 1, 0, 1)))
                        .train(new LabelledTexts(texts, labels))
                        .classifier());
    }

    @Test
    void scoresEachAspectByItsOwnClauses() {
        Map<Aspect, Double> scores =
                ASPECTS.of("The delivery was bad but the price is good. <b>Bad</b> staff!");
        assertThat(scores).containsOnlyKeys(Aspect.PRICE, Aspect.DELIVERY, Aspect.SERVICE);
        assertThat(scores.get(Aspect.PRICE)).isPositive();
        assertThat(scores.get(Aspect.DELIVERY)).isNegative();
        assertThat(scores.get(Aspect.SERVICE)).isNegative();
    }

    @Test
    void averagesClausesOfOneAspect() {
        double good = ASPECTS.of("price good").get(Aspect.PRICE);
        double bad = ASPECTS.of("price bad").get(Aspect.PRICE);
        assertThat(ASPECTS.of("price good, price bad").get(Aspect.PRICE))
                .isCloseTo((good + bad) / 2, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the parcels came late|DELIVERY",
                "a entrega atrasou|DELIVERY",
                "物流太慢了|DELIVERY",
                "tecido de má qualidade|QUALITY",
                "质量太差|QUALITY",
                "muito caro|PRICE",
                "性价比很高|PRICE",
                "ninguém respondeu no atendimento|SERVICE",
                "客服态度不好|SERVICE"
            })
    void spotsAspectsInThreeLanguages(String clause, Aspect aspect) {
        assertThat(AspectSentiment.aspects(clause)).containsExactly(aspect);
    }

    @Test
    void saysNothingOfWhatIsNotSpokenOf() {
        assertThat(ASPECTS.of("good, bad, good")).isEmpty();
        assertThat(ASPECTS.of("")).isEmpty();
        assertThat(AspectSentiment.aspects("a cartoon carousel")).isEmpty();
    }
}

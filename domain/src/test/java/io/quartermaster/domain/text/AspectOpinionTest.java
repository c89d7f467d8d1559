package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AspectOpinionTest {

    private static final AspectScores SCORES = new AspectScores(-0.6, 0.4, -0.9, Double.NaN);

    @Test
    void holdsTheScoresOfTheAspectsSpokenOf() {
        AspectScores scores = AspectScores.of(Map.of(Aspect.PRICE, 0.5));
        assertThat(scores.of(Aspect.PRICE)).isEqualTo(0.5);
        assertThat(scores).isEqualTo(new AspectScores(Double.NaN, 0.5, Double.NaN, Double.NaN));
        assertThat(AspectScores.of(Map.of())).isEqualTo(AspectScores.NONE);
    }

    @Test
    void findsTheWorstThatIsBadEnough() {
        assertThat(SCORES.worst(-0.5)).contains(Aspect.DELIVERY);
        assertThat(SCORES.worst(-0.95)).isEmpty();
        assertThat(AspectScores.NONE.worst(1)).isEmpty();
        assertThat(new AspectScores(-1, -1, -1, -1).worst(0)).contains(Aspect.QUALITY);
    }

    @Test
    void aReviewComplainsOnceOfItsWorstAspect() {
        List<AspectOpinion> opinions = AspectOpinion.of(review(""), SCORES);
        assertThat(opinions)
                .extracting(AspectOpinion::aspect)
                .containsExactly("quality", "price", "delivery");
        assertThat(opinions)
                .extracting(AspectOpinion::complaint)
                .containsExactly(false, false, true);
        Feedback complaint = opinions.get(2).asFeedback();
        assertThat(complaint.id()).isEqualTo("words-review:r1:delivery");
        assertThat(complaint.complaint()).isEqualTo("delivery");
        assertThat(complaint.rating()).isZero();
        assertThat(complaint.item()).isEqualTo("I1");
        assertThat(complaint.seller()).isEqualTo("s");
    }

    @Test
    void aReviewWhoseWriterNamedAComplaintIsNotCountedTwice() {
        assertThat(AspectOpinion.of(review("quality"), SCORES))
                .hasSize(3)
                .noneMatch(AspectOpinion::complaint);
    }

    @Test
    void aMessageComplainsOfItsWorstAspectEvenWhereItIsKindOtherwise() {
        MessageAnswer answer = answer(0.2, SCORES);
        assertThat(AspectOpinion.of(answer))
                .hasSize(3)
                .noneMatch(AspectOpinion::complaint)
                .allMatch(opinion -> opinion.about().equals("m1"));
        assertThat(answer.complaint().orElseThrow().complaint()).isEqualTo("delivery");
        assertThat(answer(0.2, AspectScores.NONE).complaint()).isEmpty();
        assertThat(answer(-0.7, AspectScores.NONE).complaint().orElseThrow().complaint())
                .isEqualTo("service");
    }

    private static MessageAnswer answer(double score, AspectScores scores) {
        Message message = new Message("m1", Instant.EPOCH, "test", "c", "O1", "Hm.");
        return MessageAnswer.open(
                new JudgedMessage(message, "en", "", 0, "neutral", score, scores, ""), "");
    }

    private static Feedback review(String complaint) {
        return new Feedback(
                "r1", Instant.EPOCH, "test", "O1", "I1", "s", "c", 2, complaint, "Bad.");
    }
}

package io.quartermaster.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.domain.event.Delivery;
import io.quartermaster.domain.event.DeliveryDirection;
import io.quartermaster.domain.event.Feedback;
import io.quartermaster.domain.event.Message;
import io.quartermaster.domain.event.OrderLine;
import io.quartermaster.domain.event.ReturnLine;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatusTest {

    private static final Instant ASKED = Instant.parse("2024-01-05T12:00:00Z");

    @Test
    void tellsEachStepOfAnOrder() {
        assertThat(OrderStatus.UNKNOWN.words("O1", ASKED)).isEmpty();
        OrderStatus placed = OrderStatus.UNKNOWN.with(line());
        assertThat(placed.words("O1", ASKED))
                .isEqualTo("Your order O1 of 2024-01-01 is being prepared.");
        OrderStatus sent = placed.with(delivery(DeliveryDirection.OUTBOUND, "2024-01-08", null));
        assertThat(sent.words("O1", ASKED))
                .isEqualTo(
                        "Your order O1 of 2024-01-01 is on its way and was promised for 2024-01-08.");
        assertThat(sent.isLate(ASKED)).isFalse();
        OrderStatus late = placed.with(delivery(DeliveryDirection.OUTBOUND, "2024-01-03", null));
        assertThat(late.words("O1", ASKED))
                .isEqualTo("Your order O1 of 2024-01-01 was promised for 2024-01-03 and is late.");
        assertThat(late.isLate(ASKED)).isTrue();
        OrderStatus arrived =
                placed.with(delivery(DeliveryDirection.OUTBOUND, "2024-01-03", "2024-01-04"));
        assertThat(arrived.words("O1", ASKED))
                .isEqualTo("Your order O1 of 2024-01-01 arrived on 2024-01-04.");
        assertThat(arrived.isLate(ASKED)).isFalse();
        assertThat(arrived.with(returned(false)).words("O1", ASKED))
                .endsWith("arrived on 2024-01-04. 1 of its lines came back.");
        assertThat(placed.with(returned(true)).words("O1", ASKED))
                .isEqualTo("Your order O1 of 2024-01-01 was cancelled.");
    }

    @Test
    void looksNotAtWhatASupplierDelivers() {
        assertThat(
                        OrderStatus.UNKNOWN.with(
                                delivery(DeliveryDirection.INBOUND, "2024-01-03", null)))
                .isSameAs(OrderStatus.UNKNOWN);
    }

    @Test
    void makesAComplaintOfAnUnhappyMessage() {
        MessageAnswer unhappy = answer("The courier lost it", -0.9);
        assertThat(unhappy.complaint())
                .contains(
                        new Feedback(
                                "words-m1",
                                ASKED,
                                "words",
                                "O1",
                                "I1",
                                "s",
                                "c",
                                0,
                                "delivery",
                                ""));
        assertThat(answer("I hate it", -0.5).complaint().orElseThrow().complaint())
                .isEqualTo("service");
        assertThat(answer("The courier was fine", -0.4).complaint()).isEmpty();
    }

    @Test
    void knowsItemAndSellerWhereTheyAreOne() {
        OrderStatus one = OrderStatus.UNKNOWN.with(line()).with(line());
        assertThat(one.item()).isEqualTo("I1");
        assertThat(one.seller()).isEqualTo("s");
        OrderStatus two = one.with(line("I2"));
        assertThat(two.item()).isEmpty();
        assertThat(two.seller()).isEqualTo("s");
        assertThat(two.with(line("I2")).item()).isEmpty();
    }

    private static MessageAnswer answer(String text, double score) {
        Message message = new Message("m1", ASKED, "test", "c", "O1", text);
        return MessageAnswer.open(
                        new JudgedMessage(
                                message, "en", "", 0, "negative", score, AspectScores.NONE, ""),
                        "")
                .about("I1", "s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my order?|true",
                "My parcel is still not here|true",
                "Quando chega o meu pedido?|true",
                "我的订单什么时候到|true",
                "Do you sell this in red?|false",
                "The order was great, thanks|false",
                "When do you open?|false",
                "😡|false"
            })
    void knowsAQuestionAfterAnOrder(String message, boolean asks) {
        assertThat(OrderQuestion.isAskedBy(message)).isEqualTo(asks);
    }

    private static OrderLine line() {
        return line("I1");
    }

    private static OrderLine line(String item) {
        return new OrderLine(
                "l1",
                Instant.parse("2024-01-01T10:00:00Z"),
                "test",
                "O1",
                item,
                "P",
                "c",
                "s",
                "",
                1,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "EUR",
                false,
                "");
    }

    private static Delivery delivery(DeliveryDirection direction, String promised, String came) {
        return new Delivery(
                "d1",
                Instant.parse("2024-01-02T10:00:00Z"),
                "test",
                direction,
                "O1",
                "I1",
                "P",
                "s",
                "c",
                1,
                1,
                Instant.parse(promised + "T10:00:00Z"),
                came == null ? null : Instant.parse(came + "T10:00:00Z"));
    }

    private static ReturnLine returned(boolean cancellation) {
        return new ReturnLine(
                "r1",
                Instant.parse("2024-01-04T10:00:00Z"),
                "test",
                "O1",
                "I1",
                "P",
                "c",
                "s",
                1,
                BigDecimal.ONE,
                "EUR",
                "",
                cancellation,
                "l1");
    }
}

package io.quartermaster.pipelines.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quartermaster.domain.risk.SupplyLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderColumnsTest {

    @Test
    void givesTheModelWhatItAsksForUnderItsOwnNames() {
        OrderColumns columns =
                OrderColumns.of(
                        model(List.of("Vendor", "Vendor+place", "category"), List.of("Quantity")),
                        " Vendor = supplier ");

        SupplyLine line = columns.line(Supplies.order(3, "S", 10, 12));

        assertThat(line.groups()).containsExactly("S", "S\nmain", "toys");
        assertThat(line.numbers()).containsExactly(10);
        assertThat(line.leadDays()).isEqualTo(9);
    }

    @Test
    void refusesWhatNoOrderTells() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderColumns.of(model(List.of("Country"), List.of()), ""))
                .withMessageContaining("asks for the column (Country), which no order under way")
                .withMessageContaining("Maybe train it on a run (train late --run DIR)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderColumns.of(model(List.of("item"), List.of("supplier")), ""))
                .withMessageContaining("asks for the number (supplier)");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OrderColumns.of(model(List.of("item"), List.of()), "Vendor=seller"))
                .withMessageContaining("(Vendor=seller) must name a column and one of [supplier,");
    }

    private static LateModelFile model(List<String> groups, List<String> numbers) {
        return new LateModelFile(
                new SupplyColumns("due", "delivered", List.of("ordered"), groups, numbers),
                0,
                null);
    }
}

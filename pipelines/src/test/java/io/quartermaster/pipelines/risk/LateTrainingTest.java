package io.quartermaster.pipelines.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.domain.risk.LateDeliveryModel;
import io.quartermaster.domain.risk.SupplyLine;
import io.quartermaster.pipelines.event.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateTrainingTest {

    private static final LateDeliveryModel.Options OPTIONS = LateDeliveryModel.Options.defaults(1);

    @TempDir private Path folder;

    @Test
    void tellsLateLinesOfTheScmsDeliveriesApart() throws IOException {
        Path file = RealData.path("supply/scms_delivery_history.csv.gz");
        SupplyColumns columns =
                new SupplyColumns(
                        "Scheduled Delivery Date",
                        "Delivered to Client Date",
                        List.of("PO Sent to Vendor Date", "PQ First Sent to Client Date"),
                        List.of("Vendor", "Country", "Fulfill Via", "Vendor+Country"),
                        List.of("Line Item Quantity"));
        SupplyLineFile lines = SupplyLineFile.read(file, columns, true);
        LateTraining.Report report = LateTraining.of(lines, columns, 0.3, OPTIONS).report();

        // Counted apart from the file: 10,324 lines, of which 4,592 tell a PO day.
        assertThat(report.trainingLines() + report.heldOutLines()).isEqualTo(10_324);
        assertThat(report.heldOutFrom()).isEqualTo("2013-08-06");
        assertThat(report.trainingLate()).isEqualTo(713);
        assertThat(report.areaOfFirstGroup()).isBetween(0.715, 0.735);
        assertThat(report.areaUnderCurve()).isGreaterThan(report.areaOfFirstGroup());
    }

    @Test
    void keepsLinesOfOneDayTogetherAndLeavesOutThoseUnderWay() throws IOException {
        List<String> rows = new ArrayList<>(List.of("ordered,due,delivered,vendor"));
        for (int i = 0; i < 10; i++) {
            rows.add("2024-01-01,2024-02-0%d,2024-02-05,v".formatted(Math.min(i + 1, 7)));
        }
        rows.add("2024-01-01,2024-02-09,,v");
        SupplyLineFile lines = read(rows);
        LateTraining trained = LateTraining.of(lines, columns(), 0.3, OPTIONS);
        // 10 delivered; the cut falls on the lines due on 7 February, four of them.
        assertThat(trained.report().trainingLines()).isEqualTo(6);
        assertThat(trained.report().trainingLate()).isEqualTo(4);
        assertThat(trained.report().heldOutLines()).isEqualTo(4);
        assertThat(trained.report().areaUnderCurve()).isNull();
        assertThat(trained.model().typicalLeadDays()).isEqualTo(34);
    }

    @Test
    void takesTheTypicalLeadTimeWhereTheDayOfOrderingIsNotKnown() throws IOException {
        SupplyLineFile lines =
                read(
                        List.of(
                                "ordered,due,delivered,vendor",
                                "2024-01-01,2024-01-11,2024-01-12,v",
                                "not captured,2024-01-21,2024-01-21,v"));
        assertThat(lines.tellingOrder()).isEqualTo(1);
        SupplyLine line = lines.rows().get(1).line(lines.typicalLeadDays(Long.MAX_VALUE));
        assertThat(line.leadDays()).isEqualTo(10);
        assertThat(line.isLate()).isFalse();
        assertThat(lines.rows().get(0).line(0).isLate()).isTrue();
    }

    @Test
    void refusesToLearnFromTheEnd() {
        assertThatThrownBy(
                        () ->
                                new SupplyColumns(
                                        "due",
                                        "came",
                                        List.of("ordered"),
                                        List.of("vendor+came"),
                                        List.of()))
                .hasMessageStartingWith(
                        "The column (came) says how a line ended, so nothing may be learned from it.");
    }

    private SupplyLineFile read(List<String> rows) throws IOException {
        return SupplyLineFile.read(Files.write(folder.resolve("lines.csv"), rows), columns(), true);
    }

    private static SupplyColumns columns() {
        return new SupplyColumns(
                "due", "delivered", List.of("ordered"), List.of("vendor"), List.of());
    }
}

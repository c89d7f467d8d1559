package io.quartermaster.benchmarks;

import io.quartermaster.domain.risk.LateDeliveryModel;
import io.quartermaster.pipelines.risk.LateTraining;
import io.quartermaster.pipelines.risk.SupplyColumns;
import io.quartermaster.pipelines.risk.SupplyLineFile;
import java.io.IOException;
import java.util.List;

/**
 * How well late order lines of the SCMS deliveries are told apart: trained on the first 70 % by
 * scheduled date, tested on the rest, each by what was known when it was ordered. The peer is the
 * mean late share of each vendor.
 */
final class ScmsLate implements Figure {

    private static final String FILE = "supply/scms_delivery_history.csv.gz";
    private static final double HELD_OUT = 0.3;
    private static final double AREA_ASKED = 0.77;
    private static final SupplyColumns COLUMNS =
            new SupplyColumns(
                    "Scheduled Delivery Date",
                    "Delivered to Client Date",
                    List.of("PO Sent to Vendor Date", "PQ First Sent to Client Date"),
                    List.of(
                            "Vendor",
                            "Country",
                            "Shipment Mode",
                            "Product Group",
                            "Fulfill Via",
                            "Vendor+Country",
                            "Vendor+Item Description",
                            "Project Code"),
                    List.of("Line Item Quantity", "Line Item Value", "Unit Price"));

    @Override
    public String name() {
        return "scms-late";
    }

    @Override
    public String asked() {
        return "area under the curve of late lines at least 0.77 on the last 30 % of scheduled dates";
    }

    @Override
    public String command() {
        return "benchmarks/run scms-late";
    }

    @Override
    public Reached measure(Workshop workshop) throws IOException {
        SupplyLineFile lines = SupplyLineFile.read(workshop.data(FILE), COLUMNS, true);
        LateTraining.Report report =
                LateTraining.of(lines, COLUMNS, HELD_OUT, LateDeliveryModel.Options.defaults(1))
                        .report();
        return Reached.of(
                "%.3f on %,d lines, %,d late"
                        .formatted(
                                report.areaUnderCurve(),
                                report.heldOutLines(),
                                report.heldOutLate()),
                "%.3f by each vendor's mean share".formatted(report.areaOfFirstGroup()),
                report.areaUnderCurve() >= AREA_ASKED);
    }
}

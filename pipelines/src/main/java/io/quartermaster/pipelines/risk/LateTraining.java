package io.quartermaster.pipelines.risk;

import io.quartermaster.domain.risk.AreaUnderCurve;
import io.quartermaster.domain.risk.LateDeliveryModel;
import io.quartermaster.domain.risk.SupplyLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains on the first part of the due days and measures on the rest. Lines that are not delivered
 * are left out. A line held out is told by what was known when it was ordered.
 *
 * @param model what was trained
 * @param report how well it tells lines apart
 * @param heldOut rows held out, by due day
 * @param chances of the rows held out
 */
public record LateTraining(
        LateModelFile model, Report report, List<SupplyLineFile.Row> heldOut, double[] chances) {

    public LateTraining {
        heldOut = List.copyOf(heldOut);
    }

    /**
     * How well the model tells late lines from others, on lines held out.
     *
     * @param trainingLines lines trained on
     * @param trainingLate of these, late
     * @param heldOutLines lines held out
     * @param heldOutLate of these, late
     * @param heldOutFrom first due day held out
     * @param orderDayTold lines that tell when they were ordered
     * @param areaUnderCurve of the model, null where no late line or no other is held out
     * @param areaOfFirstGroup of the mean late share of the first group alone, the peer; or null
     */
    public record Report(
            long trainingLines,
            long trainingLate,
            long heldOutLines,
            long heldOutLate,
            String heldOutFrom,
            long orderDayTold,
            Double areaUnderCurve,
            Double areaOfFirstGroup) {}

    /**
     * Trains.
     *
     * @param heldOutShare share of the lines, the last by due day, that are held out, 0 to below 1
     */
    public static LateTraining of(
            SupplyLineFile file,
            SupplyColumns columns,
            double heldOutShare,
            LateDeliveryModel.Options options) {
        if (!(heldOutShare >= 0 && heldOutShare < 1)) {
            throw new IllegalArgumentException(
                    "The validation share (%s) must be 0 to below 1.\nMaybe --validation 0.3."
                            .formatted(heldOutShare));
        }
        List<SupplyLineFile.Row> delivered =
                new ArrayList<>(
                        file.rows().stream().filter(SupplyLineFile.Row::isDelivered).toList());
        delivered.sort(Comparator.comparingLong(SupplyLineFile.Row::dueDay));
        long cut = cut(delivered, heldOutShare);
        long lead = file.typicalLeadDays(cut);
        List<SupplyLine> learned = lines(delivered, lead, Long.MIN_VALUE, cut);
        List<SupplyLine> rest = lines(delivered, lead, cut, Long.MAX_VALUE);
        LateDeliveryModel model =
                LateDeliveryModel.train(learned, columns.groups(), columns.numbers(), options);
        double[] chances = model.chancesAsOrdered(learned, rest);
        return new LateTraining(
                new LateModelFile(columns, lead, model),
                report(file, learned, rest, cut, chances),
                delivered.stream().filter(row -> row.dueDay() >= cut).toList(),
                chances);
    }

    /** First due day held out: lines of one day stay together. */
    private static long cut(List<SupplyLineFile.Row> byDue, double heldOutShare) {
        int first = (int) Math.floor((1 - heldOutShare) * byDue.size() + 1e-9);
        return first >= byDue.size() ? Long.MAX_VALUE : byDue.get(first).dueDay();
    }

    private static List<SupplyLine> lines(
            List<SupplyLineFile.Row> rows, long lead, long from, long before) {
        return rows.stream()
                .filter(row -> row.dueDay() >= from && row.dueDay() < before)
                .map(row -> row.line(lead))
                .toList();
    }

    private static Report report(
            SupplyLineFile file,
            List<SupplyLine> learned,
            List<SupplyLine> rest,
            long cut,
            double[] chances) {
        boolean[] isLate = new boolean[rest.size()];
        for (int i = 0; i < isLate.length; i++) {
            isLate[i] = rest.get(i).isLate();
        }
        return new Report(
                learned.size(),
                learned.stream().filter(SupplyLine::isLate).count(),
                rest.size(),
                rest.stream().filter(SupplyLine::isLate).count(),
                rest.isEmpty() ? "" : LocalDate.ofEpochDay(cut).toString(),
                file.tellingOrder(),
                area(chances, isLate),
                area(meanShares(learned, rest), isLate));
    }

    private static Double area(double[] chances, boolean[] isLate) {
        double area = AreaUnderCurve.of(chances, isLate);
        return Double.isNaN(area) ? null : area;
    }

    /**
     * The peer: the plain mean late share of a line's first group; of all lines where it is new.
     */
    private static double[] meanShares(List<SupplyLine> learned, List<SupplyLine> rest) {
        Map<String, double[]> sums = new HashMap<>();
        double late = 0;
        for (SupplyLine line : learned) {
            double[] sum = sums.computeIfAbsent(line.groups().get(0), group -> new double[2]);
            sum[0] += line.isLate() ? 1 : 0;
            sum[1]++;
            late += line.isLate() ? 1 : 0;
        }
        double[] all = {late, learned.size()};
        return rest.stream()
                .map(line -> sums.getOrDefault(line.groups().get(0), all))
                .mapToDouble(sum -> sum[0] / sum[1])
                .toArray();
    }
}

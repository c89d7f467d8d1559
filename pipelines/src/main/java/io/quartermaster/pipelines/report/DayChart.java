package io.quartermaster.pipelines.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A chart over days as inline SVG: lines, bands between two lines, and marked days. Colours are
 * classes, so that the page's light and dark colours apply.
 */
final class DayChart {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 210;
    private static final int LEFT = 40;
    private static final int RIGHT = 10;
    private static final int TOP = 12;
    private static final int BOTTOM = 26;
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private record Line(String kind, SortedMap<LocalDate, Double> points) {}

    private record Band(
            String kind, SortedMap<LocalDate, Double> low, SortedMap<LocalDate, Double> high) {}

    private record Mark(LocalDate day, String label) {}

    private final String title;
    private final List<Line> lines = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private double most = Double.NaN;

    /** A chart whose title screen readers say. */
    DayChart(String title) {
        this.title = title;
    }

    /** The value at the top of the axis; else the highest value decides. */
    DayChart upTo(double value) {
        most = value;
        return this;
    }

    DayChart line(String kind, SortedMap<LocalDate, Double> points) {
        if (!points.isEmpty()) {
            lines.add(new Line(kind, points));
        }
        return this;
    }

    DayChart band(
            String kind, SortedMap<LocalDate, Double> low, SortedMap<LocalDate, Double> high) {
        if (!low.isEmpty()) {
            bands.add(new Band(kind, low, high));
        }
        return this;
    }

    DayChart mark(LocalDate day, String label) {
        marks.add(new Mark(day, label));
        return this;
    }

    /** The chart, or a sentence where there is nothing to draw. */
    String svg() {
        TreeMap<LocalDate, Double> all = new TreeMap<>();
        lines.forEach(line -> line.points().forEach((d, v) -> all.merge(d, v, Math::max)));
        bands.forEach(band -> band.high().forEach((d, v) -> all.merge(d, v, Math::max)));
        if (all.isEmpty()) {
            return "<p class=\"none\">Nothing to draw.</p>\n";
        }
        double highest = all.values().stream().mapToDouble(v -> v).max().orElse(1);
        Scale scale =
                new Scale(
                        all.firstKey(),
                        all.lastKey(),
                        Double.isNaN(most) ? niceAbove(highest) : most);
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %d %d\" aria-label=\"%s\">"
                        .formatted(WIDTH, HEIGHT, Html.escape(title)));
        axes(svg, scale);
        bands.forEach(band -> area(svg, scale, band));
        lines.forEach(line -> path(svg, scale, line));
        for (int i = 0; i < marks.size(); i++) {
            mark(svg, scale, marks.get(i), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private record Scale(LocalDate first, LocalDate last, double most) {

        double x(LocalDate day) {
            long span = Math.max(1, ChronoUnit.DAYS.between(first, last));
            return LEFT
                    + (WIDTH - LEFT - RIGHT)
                            * (ChronoUnit.DAYS.between(first, day) / (double) span);
        }

        double y(double value) {
            return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Math.min(1, value / most);
        }
    }

    /** 1, 2 or 5 times a power of ten, at or above the value. */
    private static double niceAbove(double value) {
        if (value <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8, 10}) {
            if (step * power >= value) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static void axes(StringBuilder svg, Scale scale) {
        for (int i = 0; i <= 2; i++) {
            double value = scale.most() * i / 2;
            double y = scale.y(value);
            svg.append(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>"
                            .formatted(LEFT, WIDTH - RIGHT, at(y), at(y)));
            svg.append(
                    "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>"
                            .formatted(LEFT - 6, at(y + 4), plain(value)));
        }
        long span = ChronoUnit.DAYS.between(scale.first(), scale.last());
        for (int i = 0; i <= 3; i++) {
            LocalDate day = scale.first().plusDays(Math.round(span * i / 3.0));
            String anchor = i == 0 ? "start" : i == 3 ? "end" : "middle";
            svg.append(
                    "<text x=\"%s\" y=\"%d\" text-anchor=\"%s\">%s</text>"
                            .formatted(at(scale.x(day)), HEIGHT - 8, anchor, LABEL.format(day)));
        }
    }

    private static void area(StringBuilder svg, Scale scale, Band band) {
        StringBuilder points = new StringBuilder();
        band.high().forEach((day, value) -> point(points, scale, day, value));
        new TreeMap<>(band.low())
                .descendingMap()
                .forEach((day, value) -> point(points, scale, day, value));
        svg.append(
                "<polygon class=\"band %s\" points=\"%s\"/>"
                        .formatted(band.kind(), points.toString().strip()));
    }

    private static void path(StringBuilder svg, Scale scale, Line line) {
        StringBuilder points = new StringBuilder();
        for (Map.Entry<LocalDate, Double> entry : line.points().entrySet()) {
            point(points, scale, entry.getKey(), entry.getValue());
        }
        svg.append(
                "<polyline class=\"line %s\" points=\"%s\"/>"
                        .formatted(line.kind(), points.toString().strip()));
    }

    private static void point(StringBuilder points, Scale scale, LocalDate day, double value) {
        points.append(at(scale.x(day))).append(',').append(at(scale.y(value))).append(' ');
    }

    private static void mark(StringBuilder svg, Scale scale, Mark mark, int row) {
        double x = scale.x(mark.day());
        boolean right = x > WIDTH * 0.7;
        svg.append(
                "<line class=\"mark\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>"
                        .formatted(at(x), at(x), TOP, HEIGHT - BOTTOM));
        svg.append(
                "<text class=\"marked\" x=\"%s\" y=\"%d\" text-anchor=\"%s\">%s</text>"
                        .formatted(
                                at(right ? x - 4 : x + 4),
                                HEIGHT - BOTTOM - 6 - 13 * row,
                                right ? "end" : "start",
                                Html.escape(mark.label())));
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }

    private static String plain(double value) {
        return value >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("0$", "");
    }
}

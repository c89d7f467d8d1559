package io.quartermaster.pipelines.report;

import io.quartermaster.pipelines.result.ResultFiles;
import io.quartermaster.pipelines.result.ResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which risks a run could not watch, since its data do not tell of them: that no alert stands then
 * says nothing.
 *
 * @param sentences one a risk, with the data that is missing
 */
record UntoldRisks(List<String> sentences) {

    UntoldRisks {
        sentences = List.copyOf(sentences);
    }

    static UntoldRisks of(ResultFiles files) throws IOException {
        boolean arrivals = any(files, "deliveries", UntoldRisks::hasArrived);
        List<String> sentences = new ArrayList<>();
        if (!arrivals) {
            sentences.add(
                    "Whether a supply may break and whether a category leans on few suppliers could not be watched: no delivery of a supplier that has arrived, with its item, is among the deliveries.");
        } else if (!any(files, "deliveries", row -> hasArrived(row) && promised(row))) {
            sentences.add(
                    "Whether suppliers are late could not be watched: none of their deliveries says what was promised.");
        }
        if (!any(files, "lifecycle", row -> true) && !any(files, "terms", row -> true)) {
            sentences.add(
                    "Whether a brand may leave could not be watched: there are neither steps of a life cycle nor terms.");
        }
        if (!any(files, "stock", row -> true)) {
            sentences.add(
                    "What stock is at stake could not be told: there are no levels of stock.");
        }
        return new UntoldRisks(sentences);
    }

    private static boolean hasArrived(ResultRow row) {
        return row.text("direction").equals("INBOUND")
                && !row.text("item").isEmpty()
                && !row.text("delivered_at").isEmpty();
    }

    private static boolean promised(ResultRow row) {
        return !row.text("promised_at").isEmpty();
    }

    private static boolean any(ResultFiles files, String table, Predicate<ResultRow> condition)
            throws IOException {
        boolean[] found = {false};
        files.each(table, row -> found[0] |= condition.test(row));
        return found[0];
    }
}

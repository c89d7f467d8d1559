package io.quartermaster.pipelines.replenishment;

import io.quartermaster.domain.replenishment.lotsizing.LotSizingItem;
import io.quartermaster.domain.replenishment.lotsizing.LotSizingProblem;
import io.quartermaster.pipelines.event.NumberFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The form in which Trigeiro, Thomas and McClain published their problems: items and periods; a
 * number that is not used; the capacity; per item unit time, holding cost, setup time, setup cost;
 * per period the demand of each item; then a caption.
 */
public final class TrigeiroFile {

    private static final int MAX_SIZE = 1000;

    private TrigeiroFile() {}

    /**
     * Reads a problem.
     *
     * @throws IllegalArgumentException when the file is missing or of another form
     */
    public static LotSizingProblem read(Path file) throws IOException {
        try (NumberFile numbers = NumberFile.open(file)) {
            int items = numbers.count("number of items", MAX_SIZE);
            int periods = numbers.count("number of periods", MAX_SIZE);
            numbers.next("third number");
            double capacity = numbers.next("capacity");
            if (capacity <= 0) {
                throw numbers.wrong("Its capacity (%s) must be above 0.".formatted(capacity));
            }
            List<LotSizingItem> terms = new ArrayList<>();
            for (int item = 1; item <= items; item++) {
                terms.add(
                        new LotSizingItem(
                                numbers.amount("unit time of item " + item),
                                numbers.amount("holding cost of item " + item),
                                numbers.amount("setup time of item " + item),
                                numbers.amount("setup cost of item " + item)));
            }
            double[][] demand = new double[periods][items];
            for (int period = 0; period < periods; period++) {
                for (int item = 0; item < items; item++) {
                    demand[period][item] =
                            numbers.amount(
                                    "demand of item %d in period %d"
                                            .formatted(item + 1, period + 1));
                }
            }
            numbers.requireEndOfNumbers("last demand");
            return new LotSizingProblem(capacity, terms, demand);
        }
    }
}

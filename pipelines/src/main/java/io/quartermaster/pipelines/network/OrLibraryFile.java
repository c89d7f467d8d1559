package io.quartermaster.pipelines.network;

import io.quartermaster.domain.network.FacilityProblem;
import io.quartermaster.pipelines.event.NumberFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Capacitated warehouse location as OR-Library holds it (Beasley 1990): places and customers; per
 * place capacity and fixed cost; per customer the demand, then the cost of serving the whole of it
 * from each place. Where a file says {@code capacity} in words, a number is given beside it.
 */
public final class OrLibraryFile {

    private static final int MAX_SIZE = 100_000;

    private OrLibraryFile() {}

    /**
     * Reads a problem; places and customers are named by their number, from 1.
     *
     * @param capacity for places whose capacity the file leaves open; NaN if none is given
     * @throws IllegalArgumentException when the file is missing or of another form
     */
    public static FacilityProblem read(Path file, double capacity, boolean singleSource)
            throws IOException {
        try (NumberFile numbers = NumberFile.open(file)) {
            int places = numbers.count("number of places", MAX_SIZE);
            int customers = numbers.count("number of customers", MAX_SIZE);
            List<FacilityProblem.Place> all = new ArrayList<>();
            for (int place = 1; place <= places; place++) {
                all.add(place(numbers, place, capacity));
            }
            List<FacilityProblem.Customer> served = new ArrayList<>();
            double[][] costs = new double[customers][places];
            for (int customer = 1; customer <= customers; customer++) {
                served.add(
                        new FacilityProblem.Customer(
                                Integer.toString(customer),
                                numbers.amount("demand of customer " + customer)));
                for (int place = 1; place <= places; place++) {
                    costs[customer - 1][place - 1] =
                            numbers.amount(
                                    "cost of customer %d from place %d".formatted(customer, place));
                }
            }
            numbers.requireEndOfNumbers("last cost");
            return new FacilityProblem(all, served, costs, singleSource);
        }
    }

    private static FacilityProblem.Place place(NumberFile numbers, int place, double capacity)
            throws IOException {
        double holds = numbers.amountOr("capacity", capacity, "capacity of place " + place);
        double fixed = numbers.amount("fixed cost of place " + place);
        return new FacilityProblem.Place(Integer.toString(place), holds, fixed);
    }
}

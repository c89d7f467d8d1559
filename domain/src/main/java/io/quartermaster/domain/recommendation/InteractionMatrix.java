package io.quartermaster.domain.recommendation;

import io.quartermaster.domain.similarity.SparseVector;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * r(u,i) of every customer and item, kept sparse. Customers and items are numbered in the order of
 * their names, so that equal interactions give an equal matrix in whatever order they come.
 */
public final class InteractionMatrix {

    private final String[] customers;
    private final String[] items;
    private final SparseRow[] byCustomer;
    private final SparseRow[] byItem;
    private final int[] buyers;

    /**
     * Numbers and sorts; each pair of customer and item at most once.
     *
     * @throws IllegalArgumentException when a pair comes twice
     */
    public InteractionMatrix(List<Interaction> interactions) {
        customers = names(interactions, Interaction::customer);
        items = names(interactions, Interaction::item);
        int[] ofCustomer = numbers(interactions, Interaction::customer, customers);
        int[] ofItem = numbers(interactions, Interaction::item, items);
        int[] given = IntStream.range(0, interactions.size()).toArray();
        int[] byColumn = sorted(given, ofItem, items.length);
        int[] byRow = sorted(byColumn, ofCustomer, customers.length);
        byCustomer = rows(byRow, ofCustomer, ofItem, interactions, customers.length);
        byItem =
                rows(
                        sorted(byRow, ofItem, items.length),
                        ofItem,
                        ofCustomer,
                        interactions,
                        items.length);
        buyers = new int[items.length];
        for (int i = 0; i < ofItem.length; i++) {
            Interaction interaction = interactions.get(i);
            buyers[ofItem[i]] += interaction.bought() && interaction.strength() > 0 ? 1 : 0;
        }
        for (int customer = 0; customer < customers.length; customer++) {
            checkDistinct(customer);
        }
    }

    public int customers() {
        return customers.length;
    }

    public int items() {
        return items.length;
    }

    public String customer(int number) {
        return customers[number];
    }

    public String item(int number) {
        return items[number];
    }

    /** Number of a customer, negative if there is none of this name. */
    public int numberOf(String customer) {
        return Arrays.binarySearch(customers, customer);
    }

    /** A customer's row: columns are items. */
    public SparseRow ofCustomer(int customer) {
        return byCustomer[customer];
    }

    /** An item's row: columns are customers. */
    public SparseRow ofItem(int item) {
        return byItem[item];
    }

    /** How many customers have bought an item. */
    public int buyers(int item) {
        return buyers[item];
    }

    private void checkDistinct(int customer) {
        int[] columns = byCustomer[customer].columns();
        for (int i = 1; i < columns.length; i++) {
            if (columns[i] == columns[i - 1]) {
                throw new IllegalArgumentException(
                        "The interaction of customer (%s) with item (%s) must come once.\nMaybe sum them up first."
                                .formatted(customers[customer], items[columns[i]]));
            }
        }
    }

    private static String[] names(
            List<Interaction> interactions, Function<Interaction, String> name) {
        Set<String> names = new HashSet<>();
        interactions.forEach(interaction -> names.add(name.apply(interaction)));
        String[] sorted = names.toArray(String[]::new);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The number of each interaction's name. */
    private static int[] numbers(
            List<Interaction> interactions, Function<Interaction, String> name, String[] names) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i);
        }
        return interactions.stream().mapToInt(one -> numbers.get(name.apply(one))).toArray();
    }

    /** Interactions in the order of their numbers, those of one number as they were (counted). */
    private static int[] sorted(int[] interactions, int[] numbers, int count) {
        int[] next = new int[count + 1];
        for (int number : numbers) {
            next[number + 1]++;
        }
        for (int number = 0; number < count; number++) {
            next[number + 1] += next[number];
        }
        int[] sorted = new int[interactions.length];
        for (int interaction : interactions) {
            sorted[next[numbers[interaction]]++] = interaction;
        }
        return sorted;
    }

    /** Cuts interactions that are sorted by row and column into rows. */
    private static SparseRow[] rows(
            int[] sorted, int[] rows, int[] columns, List<Interaction> interactions, int count) {
        SparseRow[] cut = new SparseRow[count];
        int end = 0;
        for (int row = 0; row < count; row++) {
            int start = end;
            while (end < sorted.length && rows[sorted[end]] == row) {
                end++;
            }
            cut[row] = SparseRow.of(Arrays.copyOfRange(sorted, start, end), columns, interactions);
        }
        return cut;
    }

    /**
     * One row without its empty cells.
     *
     * @param columns numbers of the other side, ascending
     * @param values r(u,i)
     * @param bought whether it was a purchase
     */
    public record SparseRow(int[] columns, float[] values, boolean[] bought) {

        private static SparseRow of(int[] cells, int[] columns, List<Interaction> interactions) {
            int count = cells.length;
            SparseRow row = new SparseRow(new int[count], new float[count], new boolean[count]);
            for (int i = 0; i < count; i++) {
                Interaction interaction = interactions.get(cells[i]);
                row.columns[i] = columns[cells[i]];
                row.values[i] = interaction.strength();
                row.bought[i] = interaction.bought();
            }
            return row;
        }

        /** The row as a vector. */
        SparseVector vector() {
            return new SparseVector(columns, values);
        }

        boolean hasBought(int column) {
            int at = Arrays.binarySearch(columns, column);
            return at >= 0 && bought[at];
        }
    }
}

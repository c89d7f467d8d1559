package io.quartermaster.domain.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

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
        TreeSet<String> customerNames = new TreeSet<>();
        TreeSet<String> itemNames = new TreeSet<>();
        for (Interaction interaction : interactions) {
            customerNames.add(interaction.customer());
            itemNames.add(interaction.item());
        }
        customers = customerNames.toArray(String[]::new);
        items = itemNames.toArray(String[]::new);
        List<List<Cell>> ofCustomer = lists(customers.length);
        List<List<Cell>> ofItem = lists(items.length);
        buyers = new int[items.length];
        Map<String, Integer> numbers = numbers(items);
        Map<String, Integer> customerNumbers = numbers(customers);
        for (Interaction interaction : interactions) {
            int customer = customerNumbers.get(interaction.customer());
            int item = numbers.get(interaction.item());
            float strength = interaction.strength();
            ofCustomer.get(customer).add(new Cell(item, strength, interaction.bought()));
            ofItem.get(item).add(new Cell(customer, strength, interaction.bought()));
            buyers[item] += interaction.bought() && strength > 0 ? 1 : 0;
        }
        byCustomer = rows(ofCustomer);
        byItem = rows(ofItem);
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

    private static Map<String, Integer> numbers(String[] names) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i);
        }
        return numbers;
    }

    private static List<List<Cell>> lists(int count) {
        List<List<Cell>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static SparseRow[] rows(List<List<Cell>> lists) {
        SparseRow[] rows = new SparseRow[lists.size()];
        for (int i = 0; i < rows.length; i++) {
            List<Cell> cells = lists.get(i);
            cells.sort(Comparator.comparingInt(Cell::column));
            rows[i] = SparseRow.of(cells);
        }
        return rows;
    }

    private record Cell(int column, float value, boolean bought) {}

    /**
     * One row without its empty cells.
     *
     * @param columns numbers of the other side, ascending
     * @param values r(u,i)
     * @param bought whether it was a purchase
     */
    public record SparseRow(int[] columns, float[] values, boolean[] bought) {

        private static SparseRow of(List<Cell> cells) {
            int count = cells.size();
            SparseRow row = new SparseRow(new int[count], new float[count], new boolean[count]);
            for (int i = 0; i < count; i++) {
                row.columns[i] = cells.get(i).column();
                row.values[i] = cells.get(i).value();
                row.bought[i] = cells.get(i).bought();
            }
            return row;
        }

        /** The row as a vector of d numbers. */
        float[] dense(int d) {
            float[] vector = new float[d];
            for (int i = 0; i < columns.length; i++) {
                vector[columns[i]] = values[i];
            }
            return vector;
        }

        boolean hasBought(int column) {
            int at = Arrays.binarySearch(columns, column);
            return at >= 0 && bought[at];
        }
    }
}

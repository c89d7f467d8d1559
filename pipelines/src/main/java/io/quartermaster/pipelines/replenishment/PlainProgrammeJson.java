package io.quartermaster.pipelines.replenishment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quartermaster.domain.optimisation.LinearStatus;
import io.quartermaster.domain.replenishment.PlainProgramme;
import io.quartermaster.domain.replenishment.PlainSolution;
import io.quartermaster.domain.replenishment.SparseMatrix;
import io.quartermaster.pipelines.event.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The plain programme and its solution as JSON. In: {@code c, s, A, B, d, u, v}, A and B as rows,
 * null in u and v (or in their place) for no limit. Out: {@code status, objective, x, y, duals,
 * reduced_costs_x, reduced_costs_y}.
 */
public final class PlainProgrammeJson {

    private PlainProgrammeJson() {}

    /**
     * Reads a programme.
     *
     * @throws IllegalArgumentException when the file is missing, no JSON, or no such programme
     */
    public static PlainProgramme read(Path file) {
        JsonNode root = parse(file);
        double[] c = numbers(root, "c");
        double[] s = numbers(root, "s");
        return new PlainProgramme(
                c,
                s,
                matrix(root, "A", c.length),
                matrix(root, "B", s.length),
                numbers(root, "d"),
                limits(root, "u", c.length),
                limits(root, "v", s.length));
    }

    private static JsonNode parse(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "The input (%s) is a folder; a JSON file is wanted.\nMaybe name a file in it."
                            .formatted(file));
        }
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "The input (%s) is not there.\nMaybe check its path.".formatted(file));
        }
        try {
            JsonNode root = JsonCodec.mapper().readTree(Files.readString(file));
            if (root == null || !root.isObject()) {
                throw new IllegalArgumentException(
                        "The input (%s) must hold a JSON object with c, s, A, B, d, u, v.\nMaybe the file is empty or of another shape."
                                .formatted(file));
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The input (%s) is not JSON: %s.\nMaybe it was cut off at line %d."
                            .formatted(
                                    file,
                                    e.getOriginalMessage(),
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The input (%s) cannot be read: it is no UTF-8 text, or there is no right to read it.\nMaybe check the file."
                            .formatted(file),
                    e);
        }
    }

    private static JsonNode array(JsonNode root, String field) {
        JsonNode node = root.get(field);
        if (node == null || !node.isArray()) {
            throw new IllegalArgumentException(
                    "The field (%s) must be an array.\nMaybe it is missing: c, s, A, B, d, u and v are wanted."
                            .formatted(field));
        }
        return node;
    }

    private static double[] numbers(JsonNode root, String field) {
        return row(array(root, field), field);
    }

    private static double[] row(JsonNode array, String name) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(array.get(i), name + "[" + i + "]");
        }
        return values;
    }

    private static double number(JsonNode node, String name) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("%s (%s) must be a number.".formatted(name, node));
        }
        return node.asDouble();
    }

    private static SparseMatrix matrix(JsonNode root, String field, int columns) {
        JsonNode rows = array(root, field);
        double[][] dense = new double[rows.size()][];
        for (int i = 0; i < dense.length; i++) {
            String name = field + "[" + i + "]";
            if (!rows.get(i).isArray() || rows.get(i).size() != columns) {
                throw new IllegalArgumentException(
                        "%s must be a row of %d numbers, one per %s."
                                .formatted(name, columns, field.equals("A") ? "x" : "y"));
            }
            dense[i] = row(rows.get(i), name);
        }
        return SparseMatrix.ofRows(dense, columns);
    }

    private static double[] limits(JsonNode root, String field, int count) {
        JsonNode node = root.get(field);
        double[] limits = new double[count];
        Arrays.fill(limits, Double.POSITIVE_INFINITY);
        if (node == null || node.isNull()) {
            return limits;
        }
        JsonNode given = array(root, field);
        double[] values = new double[given.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    given.get(i).isNull()
                            ? Double.POSITIVE_INFINITY
                            : number(given.get(i), field + "[" + i + "]");
        }
        return values;
    }

    /** Writes a solution; objective null and empty arrays where there is none. */
    public static String write(PlainSolution solution) throws IOException {
        ObjectMapper mapper = JsonCodec.mapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("status", solution.status().name().toLowerCase(Locale.ROOT));
        if (solution.status() == LinearStatus.OPTIMAL) {
            root.put("objective", plain(solution.objective()));
        } else {
            root.putNull("objective");
        }
        put(root, "x", solution.x());
        put(root, "y", solution.y());
        put(root, "duals", solution.duals());
        put(root, "reduced_costs_x", solution.reducedCostsX());
        put(root, "reduced_costs_y", solution.reducedCostsY());
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode root, String field, double[] values) {
        var array = root.putArray(field);
        for (double value : values) {
            array.add(plain(value));
        }
    }

    /** Minus zero is zero to a reader. */
    private static double plain(double value) {
        return value == 0 ? 0 : value;
    }
}

package io.quartermaster.pipelines.brand;

import com.fasterxml.jackson.databind.JsonNode;
import io.quartermaster.domain.brand.ExpertPanel;
import io.quartermaster.domain.brand.HierarchyNode;
import io.quartermaster.domain.brand.HierarchyRanking;
import io.quartermaster.domain.brand.PairwiseMatrix;
import io.quartermaster.domain.brand.PriorityMethod;
import io.quartermaster.pipelines.event.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A hierarchy with its alternatives as JSON: {@code {"goal": node, "alternatives": […], "ratings":
 * {criterion: {alternative: 0 to 1}}, "matrices": {criterion: matrix}}}, a node being {@code
 * {"name", "criteria": […], "matrix" | "pairs" | "weights" | "points" | "experts"}}. Numbers may be
 * written as {@code "1/3"}.
 *
 * <p>Several experts: {@code "experts": {name: {"matrix" | "pairs" | "weights" | "points",
 * "importance": 1}}, "aggregation": "judgements" | "priorities"}.
 */
public final class HierarchyJson {

    private static final List<String> WEIGHINGS = List.of("matrix", "pairs", "weights", "points");
    private static final String EXPERTS = "experts";
    private static final String AGGREGATION = "aggregation";
    private static final String JUDGEMENTS = "judgements";
    private static final String PRIORITIES = "priorities";
    private static final String IMPORTANCE = "importance";

    private final HierarchyNode goal;
    private final List<String> alternatives;
    private final Map<String, HierarchyRanking.Values> values;

    private HierarchyJson(
            HierarchyNode goal,
            List<String> alternatives,
            Map<String, HierarchyRanking.Values> values) {
        this.goal = goal;
        this.alternatives = alternatives;
        this.values = values;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming what is missing or wrong, and the remedy
     */
    public static HierarchyJson read(Path file) {
        JsonNode root = JsonObject.read(file).node();
        List<String> alternatives = alternatives(root);
        Map<String, HierarchyRanking.Values> values = new LinkedHashMap<>();
        fields(root.path("ratings"), "ratings")
                .forEach((name, node) -> values.put(name, ratings(name, node, alternatives)));
        fields(root.path("matrices"), "matrices")
                .forEach((name, node) -> putMatrix(values, name, node, alternatives));
        return new HierarchyJson(node(root.path("goal"), "goal"), alternatives, values);
    }

    /** Ranks the alternatives. */
    public HierarchyRanking rank(PriorityMethod method, boolean forced) {
        return HierarchyRanking.of(goal, alternatives, values, method, forced);
    }

    private static List<String> alternatives(JsonNode root) {
        List<String> names = new ArrayList<>();
        root.path("alternatives").forEach(name -> names.add(name.asText()));
        Set<String> different = new HashSet<>(names);
        if (names.isEmpty() || different.size() < names.size()) {
            throw new IllegalArgumentException(
                    "The \"alternatives\" %s must be a list of different names.\nMaybe [\"A\", \"B\"]."
                            .formatted(names));
        }
        return names;
    }

    private static HierarchyNode node(JsonNode node, String place) {
        if (!node.path("name").isTextual()) {
            throw new IllegalArgumentException(
                    "The node at (%s) has no \"name\".\nMaybe {\"name\": \"quality\"}."
                            .formatted(place));
        }
        String path = place.equals("goal") ? node.path("name").asText() : place;
        List<HierarchyNode> criteria = new ArrayList<>();
        for (JsonNode criterion : node.path("criteria")) {
            criteria.add(node(criterion, path + "/" + criterion.path("name").asText("?")));
        }
        return criteria.isEmpty()
                ? HierarchyNode.leaf(node.path("name").asText())
                : new HierarchyNode(node.path("name").asText(), criteria, weighing(node, path));
    }

    private static HierarchyNode.Weighing weighing(JsonNode node, String path) {
        List<String> names = new ArrayList<>();
        node.path("criteria").forEach(criterion -> names.add(criterion.path("name").asText()));
        return node.has(EXPERTS) ? panel(node, path, names) : weighing(node, path, names);
    }

    private static HierarchyNode.Weighing weighing(JsonNode node, String path, List<String> names) {
        List<String> given = WEIGHINGS.stream().filter(node::has).toList();
        if (given.size() > 1 || (given.isEmpty() && names.size() > 1)) {
            throw new IllegalArgumentException(
                    "The node (%s) must have exactly one of %s, not %s.\nMaybe \"points\"."
                            .formatted(path, WEIGHINGS, given));
        }
        String how = given.isEmpty() ? "" : given.get(0);
        return switch (how) {
            case "matrix" -> new HierarchyNode.Judged(matrix(node.path(how), path, names));
            case "pairs" -> new HierarchyNode.Judged(pairs(node.path(how), path, names));
            case "weights" -> HierarchyNode.weights(path, vector(node.path(how), path, names));
            case "points" -> HierarchyNode.points(path, vector(node.path(how), path, names));
            default -> HierarchyNode.weights(path, new double[] {1});
        };
    }

    /** Experts' judgements made one matrix, or each expert's weights made one list. */
    private static HierarchyNode.Weighing panel(JsonNode node, String path, List<String> names) {
        Map<String, JsonNode> experts = fields(node.path(EXPERTS), EXPERTS);
        String aggregation = node.path(AGGREGATION).asText(JUDGEMENTS);
        boolean judgements = aggregation.equals(JUDGEMENTS);
        boolean known = judgements || aggregation.equals(PRIORITIES);
        boolean twice = WEIGHINGS.stream().anyMatch(node::has);
        if (experts.isEmpty() || !known || twice) {
            throw new IllegalArgumentException(
                    "The experts of (%s), %s, with the aggregation (%s) are not possible%s.\nMaybe at least one expert, and \"aggregation\": \"judgements\" or \"priorities\"."
                            .formatted(
                                    path,
                                    experts.keySet(),
                                    aggregation,
                                    twice ? " beside the node's own judgements" : ""));
        }
        List<ExpertPanel.Member<HierarchyNode.Weighing>> members = new ArrayList<>();
        experts.forEach(
                (expert, opinion) ->
                        members.add(
                                new ExpertPanel.Member<>(
                                        expert,
                                        opinion.has(IMPORTANCE)
                                                ? number(opinion.path(IMPORTANCE), path, expert)
                                                : 1,
                                        weighing(opinion, path + " by " + expert, names))));
        return judgements ? judgements(members, path, names) : new HierarchyNode.Panel(members);
    }

    private static HierarchyNode.Weighing judgements(
            List<ExpertPanel.Member<HierarchyNode.Weighing>> members,
            String path,
            List<String> names) {
        List<ExpertPanel.Member<PairwiseMatrix>> matrices = new ArrayList<>();
        for (ExpertPanel.Member<HierarchyNode.Weighing> member : members) {
            if (!(member.opinion() instanceof HierarchyNode.Judged judged)) {
                throw new IllegalArgumentException(
                        "The expert (%s) of (%s) gives no judgements in pairs.\nMaybe \"aggregation\": \"priorities\"."
                                .formatted(member.expert(), path));
            }
            matrices.add(
                    new ExpertPanel.Member<>(
                            member.expert(), member.importance(), judged.matrix()));
        }
        return new HierarchyNode.Judged(
                PairwiseMatrix.of(path, names, ExpertPanel.judgements(matrices)));
    }

    private static void putMatrix(
            Map<String, HierarchyRanking.Values> values,
            String name,
            JsonNode node,
            List<String> alternatives) {
        boolean asPairs = node.isObject();
        PairwiseMatrix matrix =
                asPairs ? pairs(node, name, alternatives) : matrix(node, name, alternatives);
        if (values.put(name, new HierarchyRanking.Compared(matrix)) != null) {
            throw new IllegalArgumentException(
                    "The criterion (%s) has ratings and a matrix.\nMaybe leave one out."
                            .formatted(name));
        }
    }

    private static HierarchyRanking.Values ratings(
            String criterion, JsonNode node, List<String> alternatives) {
        double[] ratings = vector(node, criterion, alternatives);
        for (int i = 0; i < ratings.length; i++) {
            if (!(ratings[i] >= 0 && ratings[i] <= 1)) {
                throw new IllegalArgumentException(
                        "The rating (%s) of (%s) on (%s) must lie within 0 and 1.\nMaybe divide by the largest."
                                .formatted(ratings[i], alternatives.get(i), criterion));
            }
        }
        return new HierarchyRanking.Ratings(ratings);
    }

    private static PairwiseMatrix pairs(JsonNode node, String place, List<String> names) {
        Map<String, Double> pairs = new LinkedHashMap<>();
        fields(node, "pairs").forEach((pair, value) -> pairs.put(pair, number(value, place, pair)));
        return PairwiseMatrix.of(place, names, pairs);
    }

    private static PairwiseMatrix matrix(JsonNode node, String place, List<String> names) {
        double[][] matrix = new double[node.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = new double[node.path(i).size()];
            for (int j = 0; j < matrix[i].length; j++) {
                matrix[i][j] =
                        number(
                                node.path(i).path(j),
                                place,
                                "row %d, column %d".formatted(i + 1, j + 1));
            }
        }
        return PairwiseMatrix.of(place, names, matrix);
    }

    /** A list in the order of the names, or an object by name. */
    private static double[] vector(JsonNode node, String place, List<String> names) {
        for (String name : fields(node.isObject() ? node : null, place).keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "The name (%s) at (%s) is not known.\nMaybe one of %s."
                                .formatted(name, place, names));
            }
        }
        if (node.isArray() && node.size() != names.size()) {
            throw new IllegalArgumentException(
                    "The list at (%s) has %d numbers, not %d.\nMaybe one for each of %s."
                            .formatted(place, node.size(), names.size(), names));
        }
        double[] vector = new double[names.size()];
        for (int i = 0; i < vector.length; i++) {
            JsonNode value = node.isArray() ? node.path(i) : node.path(names.get(i));
            vector[i] = number(value, place, names.get(i));
        }
        return vector;
    }

    private static Map<String, JsonNode> fields(JsonNode node, String what) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        if (node != null && !node.isMissingNode()) {
            if (!node.isObject()) {
                throw new IllegalArgumentException(
                        "The \"%s\" must be a JSON object.\nMaybe {\"name\": …}.".formatted(what));
            }
            node.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
        }
        return fields;
    }

    private static double number(JsonNode node, String place, String what) {
        if (node.isNumber()) {
            return node.asDouble();
        }
        String[] parts = node.asText().split("/", -1);
        try {
            double value = Double.parseDouble(parts[0].strip());
            return parts.length == 2 ? value / Double.parseDouble(parts[1].strip()) : value;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The number (%s) of (%s) at (%s) cannot be read.\nMaybe 3 or \"1/3\"."
                            .formatted(
                                    node.isMissingNode() ? "nothing" : node.toString(),
                                    what,
                                    place),
                    e);
        }
    }
}

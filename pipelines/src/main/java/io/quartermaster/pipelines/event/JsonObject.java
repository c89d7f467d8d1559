package io.quartermaster.pipelines.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * An object of a JSON file that somebody wrote by hand: every field is asked for by name, and
 * whatever is missing, of another kind or not known is refused with its place.
 *
 * @param node the object
 * @param place where it stands, for messages
 */
public record JsonObject(JsonNode node, String place) {

    /**
     * The object that a file holds.
     *
     * @throws IllegalArgumentException when the file is missing or holds no JSON object
     */
    public static JsonObject read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "The input (%s) is %s.\nMaybe look at the path."
                            .formatted(file, Files.exists(file) ? "not a file" : "not there"));
        }
        try {
            if (Files.size(file) == 0) {
                throw new IllegalArgumentException(
                        "The input (%s) is empty.\nMaybe what writes it was not finished."
                                .formatted(file));
            }
            return of(strict().readTree(Files.readAllBytes(file)), file.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The input (%s) is no sound JSON: %s\nMaybe look at line %d."
                            .formatted(file, plain(e), e.getLocation().getLineNr()),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The input (%s) cannot be read: %s.\nMaybe look at its rights."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Without where the text began, which the parser hides anyway. */
    private static String plain(JsonProcessingException e) {
        int start = e.getOriginalMessage().indexOf(" (start marker");
        return start < 0 ? e.getOriginalMessage() : e.getOriginalMessage().substring(0, start);
    }

    /** An object without fields. */
    public static JsonObject empty(String place) {
        return new JsonObject(JsonCodec.mapper().createObjectNode(), place);
    }

    /** A name that stands twice would drop what was said first. */
    private static ObjectReader strict() {
        return JsonCodec.mapper().reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    private static JsonObject of(JsonNode node, String place) {
        if (node == null || !node.isObject()) {
            throw new IllegalArgumentException(
                    "At (%s) a JSON object is wanted.\nMaybe {\"field\": …}.".formatted(place));
        }
        return new JsonObject(node, place);
    }

    /** Refuses fields other than these. */
    public JsonObject only(List<String> known) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "The field (%s) at (%s) is not known.\nMaybe one of %s."
                                .formatted(name, place, known));
            }
        }
        return this;
    }

    /** Names of the fields, in their order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw missing(field, "a text", value);
        }
        return value.asText();
    }

    public String text(String field, String otherwise) {
        return node.has(field) ? text(field) : otherwise;
    }

    public double number(String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw missing(field, "a number", value);
        }
        return value.asDouble();
    }

    public double number(String field, double otherwise) {
        return node.hasNonNull(field) ? number(field) : otherwise;
    }

    public int whole(String field, int otherwise) {
        JsonNode value = node.path(field);
        if (!node.hasNonNull(field)) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw missing(field, "a whole number", value);
        }
        return value.asInt();
    }

    /** The object in a field, an empty one if there is none. */
    public JsonObject object(String field) {
        String at = place + "/" + field;
        return node.has(field) ? of(node.get(field), at) : empty(at);
    }

    /** The objects of a list that must be there. */
    public List<JsonObject> objects(String field) {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            throw missing(field, "a list", value);
        }
        List<JsonObject> objects = new ArrayList<>();
        for (JsonNode one : value) {
            objects.add(of(one, "%s/%s[%d]".formatted(place, field, objects.size())));
        }
        return objects;
    }

    /** The texts of a list, none if it is not there. */
    public List<String> texts(String field) {
        JsonNode value = node.path(field);
        List<String> texts = new ArrayList<>();
        if (!value.isArray() && !value.isMissingNode()) {
            throw missing(field, "a list of texts", value);
        }
        for (JsonNode one : value) {
            if (!one.isTextual() || one.asText().isBlank()) {
                throw missing(field, "a list of texts", value);
            }
            texts.add(one.asText());
        }
        return texts;
    }

    private IllegalArgumentException missing(String field, String wanted, JsonNode value) {
        return new IllegalArgumentException(
                "The field (%s) at (%s) must be %s, not %s.\nMaybe %s."
                        .formatted(
                                field,
                                place,
                                wanted,
                                value.isMissingNode() ? "nothing" : value,
                                value.isMissingNode()
                                        ? "it is missing"
                                        : "it was written in quotes, or stands in another field"));
    }
}

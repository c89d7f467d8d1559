package io.quartermaster.pipelines.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Names and texts of one flat JSON object, read without a tree. Null counts as not given, the
 * schema version is passed over, and an object that repeats the names of the one before shares
 * their array.
 */
final class JsonFields {

    private static final JsonFactory FACTORY = JsonCodec.mapper().getFactory();
    private static final String[] NONE = {};

    private final List<String> found = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private String[] names = NONE;
    private String[] values = NONE;
    private String broken = "";

    /** Reads an object; what is wrong with it stands in {@link #broken()}. */
    void read(String json) throws IOException {
        found.clear();
        texts.clear();
        try (JsonParser parser = FACTORY.createParser(json)) {
            broken = fill(parser);
        } catch (JsonProcessingException e) {
            broken = "The line is no JSON object: " + e.getOriginalMessage();
        }
        if (!broken.isEmpty()) {
            found.clear();
            texts.clear();
        }
        if (!found.equals(Arrays.asList(names))) {
            names = found.toArray(String[]::new);
        }
        values = texts.toArray(String[]::new);
    }

    String[] names() {
        return names;
    }

    String[] values() {
        return values;
    }

    String broken() {
        return broken;
    }

    private String fill(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return "The line is no JSON object.";
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                return "The field (" + name + ") holds an object or a list, not one value.";
            }
            if (!name.equals(JsonCodec.SCHEMA_VERSION_FIELD)) {
                found.add(name);
                texts.add(value == JsonToken.VALUE_NULL ? "" : parser.getText());
            }
        }
        return parser.nextToken() == null ? "" : "Text follows the JSON object.";
    }
}

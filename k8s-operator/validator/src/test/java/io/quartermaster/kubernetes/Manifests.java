package io.quartermaster.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a kustomization as kustomize does for what is used here: resources of a folder, and patches
 * merged over the resource of the same kind and name. A custom resource has no merge keys, so a patch
 * is a JSON merge patch (RFC 7386).
 */
final class Manifests {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Manifests() {}

    /** Every resource of the kustomization in this folder, patches applied. */
    static List<ObjectNode> of(Path folder) {
        JsonNode kustomization = documents(folder.resolve("kustomization.yaml")).get(0);
        List<ObjectNode> resources = new ArrayList<>();
        for (JsonNode resource : kustomization.path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            resources.addAll(Files.isDirectory(path) ? of(path) : documents(path));
        }
        for (JsonNode patch : kustomization.path("patches")) {
            for (ObjectNode change : documents(folder.resolve(patch.path("path").asText()))) {
                merge(target(resources, change), change);
            }
        }
        return resources;
    }

    /** The documents of one file. */
    static List<ObjectNode> documents(Path file) {
        try (MappingIterator<ObjectNode> values =
                YAML.readerFor(ObjectNode.class).readValues(Files.readString(file))) {
            return values.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("The file (" + file + ") cannot be read.", e);
        }
    }

    private static ObjectNode target(List<ObjectNode> resources, JsonNode change) {
        return resources.stream()
                .filter(resource -> identity(resource).equals(identity(change)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The patch (%s) matches no resource."
                                                .formatted(identity(change))));
    }

    private static String identity(JsonNode resource) {
        return resource.path("apiVersion").asText()
                + "/"
                + resource.path("kind").asText()
                + "/"
                + resource.path("metadata").path("name").asText();
    }

    private static void merge(ObjectNode target, JsonNode change) {
        change.fields()
                .forEachRemaining(
                        field -> {
                            JsonNode old = target.get(field.getKey());
                            if (old instanceof ObjectNode node && field.getValue().isObject()) {
                                merge(node, field.getValue());
                            } else if (field.getValue().isNull()) {
                                target.remove(field.getKey());
                            } else {
                                target.set(field.getKey(), field.getValue());
                            }
                        });
    }
}

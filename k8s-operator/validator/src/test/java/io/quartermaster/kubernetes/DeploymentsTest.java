package io.quartermaster.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.config.FlinkConfigManager;
import org.apache.flink.kubernetes.operator.validation.DefaultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every deployment, plain and patched, against the operator's own definition and validator. */
class DeploymentsTest {

    private static final Path ROOT = Path.of("..");
    private static final String DEFINITION =
            "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
    private static final List<String> JOBS =
            List.of(
                    "cleaning",
                    "answers",
                    "satisfaction",
                    "brand",
                    "clusters",
                    "demand-forecast",
                    "replenishment",
                    "inventory",
                    "risk",
                    "recommendation");

    private final ObjectMapper json = new ObjectMapper();
    private final JsonSchema schema = schema();
    private final DefaultValidator validator =
            new DefaultValidator(new FlinkConfigManager(new Configuration()));

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local"})
    void holdsOneDeploymentPerJob(String folder) {
        assertThat(deployments(folder))
                .extracting(deployment -> deployment.path("metadata").path("name").asText())
                .containsExactlyInAnyOrderElementsOf(JOBS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local"})
    void satisfiesTheOperatorsResourceDefinition(String folder) {
        for (ObjectNode deployment : deployments(folder)) {
            assertThat(schema.validate(deployment))
                    .as(deployment.path("metadata").path("name").asText())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local"})
    void passesTheOperatorsValidator(String folder) throws IOException {
        for (ObjectNode deployment : deployments(folder)) {
            FlinkDeployment typed = json.treeToValue(deployment, FlinkDeployment.class);
            typed.getMetadata().setNamespace("default");
            assertThat(validator.validateDeployment(typed))
                    .as(typed.getMetadata().getName())
                    .isEmpty();
        }
    }

    @Test
    void findsAMisspeltField() {
        ObjectNode deployment = deployments("base").get(0);
        ((ObjectNode) deployment.path("spec").path("job")).put("paralelism", 2);
        assertThat(schema.validate(deployment)).hasSize(1);
    }

    @Test
    void findsAJobWithoutAPlaceForSavepoints() throws IOException {
        ObjectNode deployment = deployments("base").get(0);
        ((ObjectNode) deployment.path("spec").path("flinkConfiguration"))
                .remove("state.checkpoints.dir");
        ((ObjectNode) deployment.path("spec")).put("flinkVersion", "v1_20");
        FlinkDeployment typed = json.treeToValue(deployment, FlinkDeployment.class);
        typed.getMetadata().setNamespace("default");
        typed.getSpec().getJobManager().setReplicas(0);
        assertThat(validator.validateDeployment(typed)).isPresent();
    }

    @Test
    void everyDeploymentStartsTheJobOfItsName() {
        for (ObjectNode deployment : deployments("base")) {
            JsonNode job = deployment.path("spec").path("job");
            assertThat(job.path("args").path(0).asText())
                    .isEqualTo(deployment.path("metadata").path("name").asText());
            assertThat(entryClass(job)).exists();
        }
    }

    @Test
    void keepsTheStrictSettings() {
        for (ObjectNode deployment : deployments("base")) {
            JsonNode settings = deployment.path("spec").path("flinkConfiguration");
            assertThat(settings.path("pipeline.generic-types").asText()).isEqualTo("false");
            assertThat(settings.path("pipeline.auto-generate-uids").asText()).isEqualTo("false");
            assertThat(settings.path("pipeline.max-parallelism").asText()).isEqualTo("128");
        }
    }

    @Test
    void theImageIsBuiltFromTheFolderThatTheDeploymentsName() throws IOException {
        String image = Files.readString(ROOT.resolve("image/Dockerfile"));
        assertThat(image).contains("FROM flink:1.20.3-java17").contains("/opt/flink/usrlib/");
        for (ObjectNode deployment : deployments("base")) {
            assertThat(deployment.path("spec").path("job").path("jarURI").asText())
                    .startsWith("local:///opt/flink/usrlib/");
            assertThat(image)
                    .contains("plugins/" + storage(deployment) + "-fs-")
                    .contains("/opt/quartermaster/model/");
        }
    }

    /** Scheme of the place where checkpoints lie. */
    private static String storage(ObjectNode deployment) {
        String place =
                deployment
                        .path("spec")
                        .path("flinkConfiguration")
                        .path("state.checkpoints.dir")
                        .asText();
        return place.substring(0, place.indexOf(':'));
    }

    private static Path entryClass(JsonNode job) {
        String name = job.path("entryClass").asText().replace('.', '/');
        return ROOT.resolve("../pipelines/src/main/java").resolve(name + ".java");
    }

    private static List<ObjectNode> deployments(String folder) {
        return Manifests.of(ROOT.resolve(folder)).stream()
                .filter(resource -> resource.path("kind").asText().equals("FlinkDeployment"))
                .collect(Collectors.toList());
    }

    /** The definition's schema, with every object below the root closed to unknown fields. */
    private static JsonSchema schema() {
        try (InputStream definition = FlinkDeployment.class.getResourceAsStream(DEFINITION)) {
            JsonNode tree = new ObjectMapper(new YAMLFactory()).readTree(definition);
            JsonNode root =
                    tree.path("spec")
                            .path("versions")
                            .path(0)
                            .path("schema")
                            .path("openAPIV3Schema");
            root.path("properties").forEach(DeploymentsTest::close);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(root);
        } catch (IOException e) {
            throw new IllegalStateException("The operator's definition cannot be read.", e);
        }
    }

    private static void close(JsonNode schema) {
        boolean open =
                schema.has("additionalProperties")
                        || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        if (schema instanceof ObjectNode object && schema.has("properties") && !open) {
            object.put("additionalProperties", false);
        }
        schema.path("properties").forEach(DeploymentsTest::close);
        if (schema.has("items")) {
            close(schema.path("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            close(schema.path("additionalProperties"));
        }
    }
}

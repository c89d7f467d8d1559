package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every deployment names a job that is there, and options that it takes. */
class DeploymentArgumentsTest {

    private static final Path BASE = Path.of("../k8s-operator/base");
    private static final Pattern ARGUMENT = Pattern.compile("^ {6}- (\\S+)$", Pattern.MULTILINE);

    static List<Path> deployments() throws IOException {
        try (Stream<Path> files = Files.list(BASE)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("kustomization"))
                    .filter(file -> !file.getFileName().toString().startsWith("service-account"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void namesAKnownJobAndKnownOptions(Path deployment) throws IOException {
        List<String> arguments =
                ARGUMENT.matcher(Files.readString(deployment))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        String job = deployment.getFileName().toString().replace(".yaml", "");
        assertThat(arguments.get(0)).isEqualTo(job);
        assertThat(Jobs.named(job).name()).isEqualTo(job);
        assertThat(KnownOptions.all().parse(settings(arguments))).isNotNull();
    }

    private static Map<String, String> settings(List<String> arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String argument : arguments.subList(1, arguments.size())) {
            Matcher pair = Pattern.compile("([^=]+)=(.*)").matcher(argument);
            if (pair.matches()) {
                settings.put(pair.group(1), pair.group(2));
            }
        }
        return settings;
    }
}

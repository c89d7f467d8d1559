package io.quartermaster.pipelines.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.junit.jupiter.api.Test;

/** docs/options.md says what the code says; -Dquartermaster.write-docs=true writes it anew. */
class OptionsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "options.md");

    @Test
    void everyOptionHasADescription() {
        assertThat(KnownOptions.all().byKey().values())
                .allSatisfy(
                        option -> assertThat(description(option)).as(option.key()).isNotBlank());
    }

    @Test
    void theDocumentIsCurrent() throws IOException {
        if (Boolean.getBoolean("quartermaster.write-docs")) {
            Files.writeString(DOCUMENT, document());
        }
        assertThat(DOCUMENT).hasContent(document());
    }

    private static String document() {
        StringBuilder text =
                new StringBuilder(
                        "# Options\n\nEvery option that `--set key=value` takes. Made from the code; see AGENTS.md.\n\n"
                                + "| key | default | what it does |\n| --- | --- | --- |\n");
        for (Map.Entry<String, ConfigOption<?>> entry : KnownOptions.all().byKey().entrySet()) {
            text.append("| `")
                    .append(entry.getKey())
                    .append("` | ")
                    .append(defaultOf(entry.getValue()))
                    .append(" | ")
                    .append(description(entry.getValue()).replace("|", "\\|").replace('\n', ' '))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String defaultOf(ConfigOption<?> option) {
        Object value = option.defaultValue();
        if (value == null) {
            return "";
        }
        return "`" + (value instanceof Duration duration ? plain(duration) : value) + "`";
    }

    private static String plain(Duration duration) {
        return duration.toString();
    }

    private static String description(ConfigOption<?> option) {
        return new HtmlFormatter().format(option.description()).replaceAll("<[^>]*>", "");
    }
}

package io.quartermaster.udfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.table.functions.UserDefinedFunctionHelper;
import org.junit.jupiter.api.Test;

class QuartermasterModuleTest {

    @Test
    void registersEveryFunctionThroughSql() {
        SqlSession session = SqlSession.batch();
        assertThat(session.environment().listFunctions())
                .containsAll(QuartermasterFunctions.all().keySet());
    }

    @Test
    void isLoadedByItsName() {
        SqlSession session = SqlSession.batch();
        session.environment().unloadModule(QuartermasterModule.NAME);
        session.environment().executeSql("LOAD MODULE quartermaster");
        assertThat(session.environment().listModules()).contains(QuartermasterModule.NAME);
        assertThat(session.value("cosine_similarity(ARRAY[3, 4], ARRAY[3, 4])")).isEqualTo(1.0);
    }

    @Test
    void isDescribedInFullAndInOrder() throws IOException {
        List<String> described =
                Pattern.compile("^\\| `([A-Z0-9_]+)\\(", Pattern.MULTILINE)
                        .matcher(Files.readString(Path.of("../docs/functions.md")))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        assertThat(described).containsExactlyElementsOf(QuartermasterFunctions.all().keySet());
    }

    @Test
    void namesFunctionsInUpperSnakeCase() {
        assertThat(QuartermasterFunctions.all().keySet())
                .allSatisfy(name -> assertThat(name).matches("[A-Z0-9]+(_[A-Z0-9]+)*"));
    }

    @Test
    void hasFunctionsThatFlinkAccepts() {
        QuartermasterFunctions.all()
                .values()
                .forEach(
                        constructor ->
                                UserDefinedFunctionHelper.validateClass(
                                        constructor.get().getClass()));
    }
}

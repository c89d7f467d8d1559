package io.quartermaster.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SimilarCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"auto", "panel", "scalar"})
    void findsTheNearestOthers(String engine) throws IOException {
        String table = "id,v1,v2\nx,1,0\ny,3,4\nz,0,0\n";
        assertThat(similar(table, "--k", "2", "--engine", engine)).isZero();
        assertThat(out)
                .hasToString(
                        """
                        id,rank,neighbour,score
                        x,1,y,0.6
                        x,2,z,0.0
                        y,1,x,0.6
                        y,2,z,0.0
                        z,1,x,0.0
                        z,2,y,0.0
                        """);
    }

    @Test
    void measuresTheInnerProduct() throws IOException {
        assertThat(similar("id,v\na,2\nb,-3\n", "--measure", "inner-product")).isZero();
        assertThat(out).asString().contains("a,1,b,-6.0\n");
    }

    @Test
    void refusesWhatDoesNotFit() throws IOException {
        assertThat(similar("id,v\na,2\na,3\n")).isEqualTo(1);
        assertThat(error).asString().contains("Its id (a) came before.");
        assertThat(similar("id\na\n")).isEqualTo(1);
        assertThat(error).asString().contains("has only one column (id)");
        assertThat(similar("id,v\na,1\n", "--measure", "angle")).isEqualTo(1);
        assertThat(error).asString().contains("The measure (angle) is not known.");
        assertThat(similar("id,v\na,1e20\n")).isEqualTo(1);
        assertThat(error).asString().contains("The number (1.0E20) in vector (0)");
        assertThat(similar("id,v\na,1\n", "--engine", "abacus")).isEqualTo(1);
        assertThat(error).asString().contains("The engine (abacus)");
    }

    private int similar(String table, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), table);
        List<String> arguments = new ArrayList<>(List.of("similar", "--quiet", "--input"));
        arguments.add(file.toString());
        arguments.addAll(List.of(more));
        CommandLine line = Quartermaster.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(error, true));
        return line.execute(arguments.toArray(String[]::new));
    }
}

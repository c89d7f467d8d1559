package io.quartermaster.pipelines.result;

import io.quartermaster.udfs.QuartermasterModule;
import io.quartermaster.udfs.forecast.ForecastLstmFunction;
import io.quartermaster.udfs.text.TextModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.TableEnvironment;

/**
 * A SQL session over the result tables of a run, in batch mode, with every function registered. The
 * table {@code returns} bears a reserved word for a name; it is there as {@code return_lines} too.
 * Where the folder holds the tables they measure, the views of sql/03-measures.sql are there.
 */
public final class ResultSession {

    private static final String RESERVED = "returns";
    private static final String VIEWS = "03-measures.sql";
    private static final Set<String> MEASURED =
            Set.of("offers", "orders", "items", "behaviour", RESERVED, "stock", "demand");
    private static final String MODEL_FOLDER = "model";
    private static final String INTENTS_FOLDER = "words/intents";
    private static final String SENTIMENT_FOLDER = "words/sentiment";
    private static final String SPOKEN = "return_lines";

    private ResultSession() {}

    /**
     * Opens a session.
     *
     * @param results output folder of a run, or its folder of tables
     * @param options what functions ask for: the similarity engine, the key of tokens, the models'
     *     folders (without them the run's own models)
     * @throws IllegalArgumentException when it holds no result table
     */
    public static TableEnvironment open(Path results, Map<String, String> options) {
        Path folder = tables(results);
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        configuration.set(RestOptions.BIND_PORT, "0");
        Map<String, String> parameters = new HashMap<>(options);
        model(folder, MODEL_FOLDER)
                .ifPresent(own -> parameters.putIfAbsent(ForecastLstmFunction.MODEL, own));
        model(folder, INTENTS_FOLDER)
                .ifPresent(own -> parameters.putIfAbsent(TextModels.INTENT, own));
        model(folder, SENTIMENT_FOLDER)
                .ifPresent(own -> parameters.putIfAbsent(TextModels.SENTIMENT, own));
        configuration.set(PipelineOptions.GLOBAL_JOB_PARAMETERS, parameters);
        TableEnvironment session =
                TableEnvironment.create(
                        EnvironmentSettings.newInstance()
                                .inBatchMode()
                                .withConfiguration(configuration)
                                .build());
        session.loadModule(QuartermasterModule.NAME, new QuartermasterModule());
        List<ResultTable<?, ?>> present = present(folder);
        present.forEach(table -> register(session, folder, table));
        if (present.stream()
                .map(ResultTable::name)
                .collect(Collectors.toSet())
                .containsAll(MEASURED)) {
            views().forEach(session::executeSql);
        }
        return session;
    }

    /** Statements that create the measures of the business. */
    private static List<String> views() {
        try (InputStream text = ResultSession.class.getResourceAsStream(VIEWS)) {
            return SqlScript.statements(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The views of the measures cannot be read.", e);
        }
    }

    /** A model that a run left beside its tables. */
    private static Optional<String> model(Path tables, String name) {
        Path beside = tables.resolveSibling(name);
        return Files.isDirectory(beside) ? Optional.of(beside.toString()) : Optional.empty();
    }

    private static void register(TableEnvironment session, Path folder, ResultTable<?, ?> table) {
        TableDescriptor descriptor = descriptor(folder, table);
        session.createTemporaryTable(table.name(), descriptor);
        if (table.name().equals(RESERVED)) {
            session.createTemporaryTable(SPOKEN, descriptor);
        }
    }

    private static TableDescriptor descriptor(Path folder, ResultTable<?, ?> table) {
        Schema.Builder schema = Schema.newBuilder();
        table.columns().forEach(column -> schema.column(column.name(), column.type().sqlName()));
        return TableDescriptor.forConnector(ResultFileFactory.IDENTIFIER)
                .schema(schema.build())
                .option(ResultFileFactory.PATH, folder.resolve(table.fileName()).toString())
                .build();
    }

    private static List<ResultTable<?, ?>> present(Path folder) {
        List<ResultTable<?, ?>> present =
                ResultSchema.tables().stream()
                        .<ResultTable<?, ?>>map(table -> table)
                        .filter(table -> Files.isRegularFile(folder.resolve(table.fileName())))
                        .toList();
        if (present.isEmpty()) {
            throw new IllegalArgumentException(
                    "The folder (%s) holds no result table.\nMaybe name the output folder of demo or backfill."
                            .formatted(folder));
        }
        return present;
    }

    private static Path tables(Path results) {
        if (!Files.isDirectory(results)) {
            throw new IllegalArgumentException(
                    "The results folder (%s) is not there.\nMaybe run demo or backfill first, or name another folder."
                            .formatted(results));
        }
        Path below = results.toAbsolutePath().resolve(ResultSchema.FOLDER);
        return Files.isDirectory(below) ? below : results.toAbsolutePath();
    }
}

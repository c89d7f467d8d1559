package io.quartermaster.pipelines.result;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.flink.table.api.ResultKind;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;

/** Carries out statements one after the other and prints the rows that they give. */
public final class SqlAnswers {

    private static final int SHOWN = 60;

    private final TableEnvironment session;
    private final RowFormat format;
    private final PrintWriter out;
    private boolean printed;

    public SqlAnswers(TableEnvironment session, RowFormat format, PrintWriter out) {
        this.session = session;
        this.format = format;
        this.out = out;
    }

    /**
     * Answers one statement.
     *
     * @param number of the statement in its text, for messages
     * @throws IllegalArgumentException when it cannot be carried out, with the reason in a line
     */
    public void answer(int number, String statement) {
        try {
            TableResult result = session.executeSql(statement);
            if (isInsert(statement)) {
                result.await();
            } else if (result.getResultKind() == ResultKind.SUCCESS_WITH_CONTENT) {
                print(result);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in statement " + number + ".", e);
        } catch (ExecutionException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "Statement %d (%s) failed: %s".formatted(number, opening(statement), reason(e)),
                    e);
        }
    }

    private void print(TableResult result) {
        List<Row> rows = new ArrayList<>();
        result.collect().forEachRemaining(rows::add);
        if (printed) {
            out.println();
        }
        printed = true;
        format.print(result.getResolvedSchema().getColumnNames(), rows, out);
        out.flush();
    }

    private static boolean isInsert(String statement) {
        return statement.regionMatches(true, 0, "INSERT", 0, 6);
    }

    /** The first words of a statement, on one line. */
    private static String opening(String statement) {
        String line = statement.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " …";
    }

    /** The first line of the innermost reason. */
    private String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = String.valueOf(innermost.getMessage()).strip();
        String first = message.lines().findFirst().orElse(innermost.getClass().getSimpleName());
        boolean isUnknownTable = first.startsWith("Object '");
        return isUnknownTable
                ? first + ".\nMaybe one of: " + String.join(", ", session.listTables()) + "."
                : first + "\nMaybe SHOW TABLES, DESCRIBE table or SHOW FUNCTIONS tell what fits.";
    }
}

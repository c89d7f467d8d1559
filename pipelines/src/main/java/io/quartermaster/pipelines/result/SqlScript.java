package io.quartermaster.pipelines.result;

import java.util.ArrayList;
import java.util.List;

/** Statements of a SQL text: parted by semicolons that stand neither in quotes nor in comments. */
public final class SqlScript {

    private final String text;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();

    private SqlScript(String text) {
        this.text = text;
    }

    /** The statements of a text, without comments, in order. */
    public static List<String> statements(String text) {
        SqlScript script = new SqlScript(text);
        int at = 0;
        while (at < text.length()) {
            at = script.read(at);
        }
        script.end();
        return script.statements;
    }

    /** Reads one character, quoted text or comment; returns where the next one starts. */
    private int read(int at) {
        char c = text.charAt(at);
        if (text.startsWith("--", at)) {
            return skip(at, "\n", 0);
        }
        if (text.startsWith("/*", at)) {
            return skip(at, "*/", 2);
        }
        if (c == '\'' || c == '`' || c == '"') {
            int end = text.indexOf(c, at + 1);
            int next = end < 0 ? text.length() : end + 1;
            statement.append(text, at, next);
            return next;
        }
        if (c == ';') {
            end();
        } else {
            statement.append(c);
        }
        return at + 1;
    }

    private int skip(int at, String until, int more) {
        int end = text.indexOf(until, at);
        statement.append(' ');
        return end < 0 ? text.length() : end + more;
    }

    private void end() {
        String one = statement.toString().strip();
        if (!one.isEmpty()) {
            statements.add(one);
        }
        statement.setLength(0);
    }
}

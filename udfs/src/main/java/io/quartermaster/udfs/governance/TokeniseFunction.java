package io.quartermaster.udfs.governance;

import io.quartermaster.domain.governance.PersonalField;
import io.quartermaster.domain.governance.Tokeniser;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code TOKENISE(field, value)}: the token that stands for a personal value, as the cleaning job
 * makes it: the same value of the same field (customer, expert, email …) has the same token. The
 * key is the job parameter {@value #KEY}. NULL if one is NULL.
 */
public final class TokeniseFunction extends ScalarFunction {

    /** Job parameter that holds the key. */
    public static final String KEY = "governance.token-key";

    private static final long serialVersionUID = 1L;

    private transient String key;
    private transient Tokeniser tokeniser;

    @Override
    public void open(FunctionContext context) {
        key = context.getJobParameter(KEY, "");
    }

    public String eval(String field, String value) {
        return field == null || value == null ? null : tokeniser().token(field(field), value);
    }

    /** Made at the first value: a session without a key can do all else. */
    private Tokeniser tokeniser() {
        if (tokeniser == null) {
            tokeniser = new Tokeniser(key);
        }
        return tokeniser;
    }

    private static PersonalField field(String column) {
        return PersonalField.ofColumn(column)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The field (%s) of TOKENISE is not personal.\nMaybe customer."
                                                .formatted(column)));
    }
}

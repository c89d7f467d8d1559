package io.quartermaster.domain.governance;

import io.quartermaster.domain.event.RawRecord;
import java.util.Optional;

/**
 * Takes personal values out of a raw record before anything reads, keys or keeps it: out of its
 * columns and out of the original line.
 *
 * <p>In the original line a value is replaced where it stands as a word of its own. Where it cannot
 * be found (a source that spells it differently), and where the line could not be split into
 * columns, every letter and digit of the line is hidden: better a line nobody can read than a name
 * that anyone can.
 */
public final class PersonalData {

    private final Tokeniser tokeniser;

    public PersonalData(Tokeniser tokeniser) {
        this.tokeniser = tokeniser;
    }

    /** The record with no personal value in clear. */
    public RawRecord protect(RawRecord record) {
        if (!record.broken().isEmpty()) {
            return with(record, record.values(), MaskingType.MASK.apply(record.original()));
        }
        String[] values = record.values();
        String original = record.original();
        for (int i = 0; i < values.length; i++) {
            Optional<PersonalField> field = PersonalField.ofColumn(record.names()[i]);
            if (field.isPresent() && !values[i].isEmpty()) {
                original = hide(original, field.get(), values[i]);
                values = values == record.values() ? values.clone() : values;
                values[i] = masked(field.get(), field.get().whenClean(), values[i]);
            }
        }
        return with(record, values, original);
    }

    private String hide(String original, PersonalField field, String value) {
        String masked = masked(field, field.inQuarantine(), value);
        if (masked.equals(value)) {
            return original;
        }
        return replaceWord(original, value, masked)
                .or(() -> replaceWord(original, value.replace("\"", "\"\""), masked))
                .orElseGet(() -> MaskingType.MASK.apply(original));
    }

    private String masked(PersonalField field, MaskingType type, String value) {
        return switch (type) {
            case MASK_HASH -> tokeniser.token(field, value);
            case MASK_NONE -> FreeText.mask(value);
            case MASK, MASK_SHOW_LAST_4, MASK_SHOW_FIRST_4, MASK_NULL -> type.apply(value);
        };
    }

    private static Optional<String> replaceWord(String line, String word, String replacement) {
        StringBuilder replaced = null;
        int copied = 0;
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
            if (at >= copied && isWord(line, at, at + word.length())) {
                replaced = replaced == null ? new StringBuilder(line.length() + 32) : replaced;
                replaced.append(line, copied, at).append(replacement);
                copied = at + word.length();
            }
        }
        return replaced == null
                ? Optional.empty()
                : Optional.of(replaced.append(line, copied, line.length()).toString());
    }

    private static boolean isWord(String line, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(line.charAt(from - 1)))
                && (to == line.length() || !Character.isLetterOrDigit(line.charAt(to)));
    }

    private static RawRecord with(RawRecord record, String[] values, String original) {
        return new RawRecord(
                record.kind(),
                record.source(),
                record.line(),
                record.names(),
                values,
                original,
                record.broken());
    }
}

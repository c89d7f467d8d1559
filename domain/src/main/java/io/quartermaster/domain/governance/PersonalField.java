package io.quartermaster.domain.governance;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Every column that may hold a personal value, and what becomes of it in clean events and in
 * quarantine. Columns that are not listed are public or internal.
 */
public enum PersonalField {
    CUSTOMER("customer", MaskingType.MASK_HASH, MaskingType.MASK_HASH),
    EXPERT("expert", MaskingType.MASK_HASH, MaskingType.MASK_HASH),
    ADDRESS("address", MaskingType.MASK_HASH, MaskingType.MASK_HASH),
    EMAIL("email", MaskingType.MASK_HASH, MaskingType.MASK_HASH),
    PHONE("phone", MaskingType.MASK_HASH, MaskingType.MASK_HASH),
    /** Clean text keeps its words, since the text room reads them; see {@link FreeText}. */
    TEXT("text", MaskingType.MASK_NONE, MaskingType.MASK),
    QUERY("query", MaskingType.MASK_NONE, MaskingType.MASK_NONE),
    NOTE("note", MaskingType.MASK_NONE, MaskingType.MASK_NONE),
    REASON("reason", MaskingType.MASK_NONE, MaskingType.MASK_NONE);

    private static final Map<String, PersonalField> BY_COLUMN =
            Arrays.stream(values()).collect(toMap(PersonalField::column, identity()));

    private final String column;
    private final MaskingType whenClean;
    private final MaskingType inQuarantine;

    PersonalField(String column, MaskingType whenClean, MaskingType inQuarantine) {
        this.column = column;
        this.whenClean = whenClean;
        this.inQuarantine = inQuarantine;
    }

    /** Name of the column. */
    public String column() {
        return column;
    }

    /** How a clean event holds it; words typed freely lose contact data besides. */
    public MaskingType whenClean() {
        return whenClean;
    }

    /** How a quarantined line holds it; words typed freely lose contact data besides. */
    public MaskingType inQuarantine() {
        return inQuarantine;
    }

    /** The field of a column, empty if the column is not personal. */
    public static Optional<PersonalField> ofColumn(String column) {
        return Optional.ofNullable(BY_COLUMN.get(column));
    }
}

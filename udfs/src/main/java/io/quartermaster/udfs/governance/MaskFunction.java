package io.quartermaster.udfs.governance;

import io.quartermaster.domain.governance.MaskingType;
import java.util.Arrays;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code MASK(text [, type])}: the text hidden as Apache Ranger's masking types do: MASK (the
 * default), MASK_SHOW_LAST_4, MASK_SHOW_FIRST_4, MASK_NULL, MASK_NONE; for MASK_HASH see {@code
 * TOKENISE}. NULL if one is NULL.
 */
public final class MaskFunction extends ScalarFunction {

    private static final long serialVersionUID = 1L;

    public String eval(String text) {
        return text == null ? null : MaskingType.MASK.apply(text);
    }

    public String eval(String text, String type) {
        return text == null || type == null ? null : type(type).apply(text);
    }

    private static MaskingType type(String name) {
        return Arrays.stream(MaskingType.values())
                .filter(type -> type.name().equals(name) && type != MaskingType.MASK_HASH)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The masking type (%s) of MASK is not known.\nMaybe MASK_SHOW_LAST_4."
                                                .formatted(name)));
    }
}

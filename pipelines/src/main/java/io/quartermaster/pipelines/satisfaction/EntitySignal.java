package io.quartermaster.pipelines.satisfaction;

/**
 * A signal about one brand or seller.
 *
 * @param entityKind {@code brand} or {@code seller}
 * @param entity its name
 * @param signal what is said
 */
public record EntitySignal(String entityKind, String entity, Signal signal) {

    static EntitySignal ofBrand(Signal signal) {
        return new EntitySignal("brand", signal.brand(), signal);
    }

    static EntitySignal ofSeller(Signal signal) {
        return new EntitySignal("seller", signal.seller(), signal);
    }

    String key() {
        return entityKind + "|" + entity;
    }
}

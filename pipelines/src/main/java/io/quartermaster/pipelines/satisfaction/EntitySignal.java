package io.quartermaster.pipelines.satisfaction;

import java.util.List;
import java.util.stream.Stream;

/**
 * A signal about one entity.
 *
 * @param entityKind label of the {@link EntityKind}
 * @param entity its name
 * @param signal what is said
 */
public record EntitySignal(String entityKind, String entity, Signal signal) {

    /** One for each of these kinds that the signal names. */
    static Stream<EntitySignal> of(Signal signal, List<EntityKind> kinds) {
        return kinds.stream()
                .filter(kind -> !kind.entity(signal).isEmpty())
                .map(kind -> new EntitySignal(kind.label(), kind.entity(signal), signal));
    }

    String key() {
        return entityKind + "|" + entity;
    }
}

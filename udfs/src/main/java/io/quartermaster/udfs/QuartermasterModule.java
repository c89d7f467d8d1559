package io.quartermaster.udfs;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.module.Module;

/** Brings every function of {@link QuartermasterFunctions} into a SQL session. */
public final class QuartermasterModule implements Module {

    /** Name under which the module is loaded. */
    public static final String NAME = "quartermaster";

    @Override
    public Set<String> listFunctions() {
        return QuartermasterFunctions.all().keySet();
    }

    @Override
    public Optional<FunctionDefinition> getFunctionDefinition(String name) {
        return Optional.ofNullable(QuartermasterFunctions.all().get(name.toUpperCase(Locale.ROOT)))
                .map(constructor -> constructor.get());
    }
}

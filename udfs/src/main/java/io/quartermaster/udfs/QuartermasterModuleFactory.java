package io.quartermaster.udfs;

import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.factories.ModuleFactory;
import org.apache.flink.table.module.Module;

/** Lets SQL say {@code LOAD MODULE quartermaster}. */
public final class QuartermasterModuleFactory implements ModuleFactory {

    @Override
    public String factoryIdentifier() {
        return QuartermasterModule.NAME;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    @Override
    public Module createModule(Context context) {
        return new QuartermasterModule();
    }
}

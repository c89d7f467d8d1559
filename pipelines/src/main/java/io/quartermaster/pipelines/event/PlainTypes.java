package io.quartermaster.pipelines.event;

import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Map;
import org.apache.flink.api.common.functions.InvalidTypesException;
import org.apache.flink.api.common.typeinfo.LocalTimeTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.TypeExtractor;

/**
 * Types of the records on streams and in state. Flink has a serializer for {@link LocalDate}, but
 * its type extraction does not know it and falls to Kryo, which strict jobs forbid; here it is
 * told. The registration is one for a whole JVM. {@link Channel}, {@link StrictEnvironment} and
 * {@link EventTimeOrderedFunction} see to it; a state descriptor of a record with a day asks {@link
 * #of} for its type rather than naming the class, since a task manager may load it before all of
 * these.
 */
public final class PlainTypes {

    private static boolean registered;

    private PlainTypes() {}

    /** The type of a record, without Kryo. */
    public static <T> TypeInformation<T> of(Class<T> type) {
        register();
        return TypeInformation.of(type);
    }

    /** Tells Flink's type extraction of days; a second call does nothing. */
    public static synchronized void register() {
        if (!registered) {
            registered = true;
            registerDay();
        }
    }

    private static void registerDay() {
        try {
            TypeExtractor.registerFactory(LocalDate.class, DayTypeFactory.class);
        } catch (InvalidTypesException alreadyRegistered) {
            // By this class in another class loader of this JVM: that one does the same.
            registered = true;
        }
    }

    /** Gives days Flink's own type. */
    public static final class DayTypeFactory extends TypeInfoFactory<LocalDate> {
        @Override
        public TypeInformation<LocalDate> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> generics) {
            return LocalTimeTypeInfo.LOCAL_DATE;
        }
    }
}

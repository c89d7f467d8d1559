package io.quartermaster.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quartermaster.pipelines.event.EventTimeOrderedFunction;
import io.quartermaster.pipelines.event.Job;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.Function;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.junit.jupiter.api.Test;

/** Holds that what keeps state resumes from a snapshot, and that jobs survive a failure. */
class EveryFunctionAndJobIsTestedTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.quartermaster.pipelines", "io.quartermaster.udfs");

    @Test
    void everyStatefulFunctionResumesFromASnapshotInATest() {
        assertThat(
                        missing(
                                CLASSES.stream().filter(this::keepsState).toList(),
                                "resumesFromASnapshot"))
                .as("stateful functions without a test of that name")
                .isEmpty();
    }

    @Test
    void everyJobSurvivesAnInjectedFailureInATest() {
        List<JavaClass> jobs =
                CLASSES.stream().filter(c -> c.isAssignableTo(Job.class) && isConcrete(c)).toList();
        assertThat(missing(jobs, "survivesAnInjectedFailure"))
                .as("jobs without a test of that name")
                .isEmpty();
    }

    private boolean keepsState(JavaClass type) {
        boolean isFunction =
                type.isAssignableTo(Function.class) || type.isAssignableTo(StreamOperator.class);
        boolean hasState =
                type.isAssignableTo(EventTimeOrderedFunction.class)
                        || type.getAllFields().stream()
                                .map(field -> field.getRawType())
                                .anyMatch(
                                        field ->
                                                field.isAssignableTo(StateDescriptor.class)
                                                        || field.isAssignableTo(State.class));
        return isFunction && hasState && isConcrete(type);
    }

    private static boolean isConcrete(JavaClass type) {
        return !type.getModifiers().contains(JavaModifier.ABSTRACT) && !type.isInterface();
    }

    private static List<String> missing(List<JavaClass> types, String test) {
        List<String> missing = new ArrayList<>();
        for (JavaClass type : types) {
            if (!hasTest(type.getName() + "Test", test)) {
                missing.add(type.getName());
            }
        }
        return missing;
    }

    private static boolean hasTest(String type, String method) {
        try {
            return Arrays.stream(
                            Class.forName(
                                            type,
                                            false,
                                            EveryFunctionAndJobIsTestedTest.class.getClassLoader())
                                    .getDeclaredMethods())
                    .anyMatch(m -> m.getName().equals(method) && m.isAnnotationPresent(Test.class));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}

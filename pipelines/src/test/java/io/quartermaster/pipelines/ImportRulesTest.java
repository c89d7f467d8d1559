package io.quartermaster.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A room imports only rooms before it, and engines are reached through interfaces alone. */
class ImportRulesTest {

    private static final String ROOT = "io.quartermaster.";
    private static final List<String> ROOMS =
            List.of(
                    "engine",
                    "optimisation",
                    "event",
                    "governance",
                    "text",
                    "similarity",
                    "satisfaction",
                    "brand",
                    "demand",
                    "forecast",
                    "replenishment",
                    "network",
                    "risk",
                    "recommendation");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT + "domain", ROOT + "udfs", ROOT + "pipelines");

    @Test
    void roomsImportOnlyRoomsBeforeThem() {
        for (String module : List.of("domain.", "udfs.", "pipelines.")) {
            for (int i = 0; i < ROOMS.size(); i++) {
                for (String later : ROOMS.subList(i + 1, ROOMS.size())) {
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + module + ROOMS.get(i) + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(ROOT + "(*)." + later + "..")
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void enginesAreReachedThroughInterfacesAlone() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "pipelines..", ROOT + "udfs..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "engines..")
                .check(CLASSES);
    }

    @Test
    void roomsOfPipelinesKnowNothingOfCommandLineAndReport() {
        for (String room : ROOMS) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "pipelines." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "pipelines.cli..",
                            ROOT + "pipelines.embedded..",
                            ROOT + "pipelines.report..",
                            ROOT + "pipelines.result..")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void udfsDoNotKnowPipelines() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "udfs..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "pipelines..")
                .check(CLASSES);
    }
}

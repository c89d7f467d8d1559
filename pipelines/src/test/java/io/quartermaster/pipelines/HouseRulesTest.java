package io.quartermaster.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.Test;

/** What holds in every module. */
class HouseRulesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final String FACTORY = "<init>|create|(create|get)\\w*Environment\\w*";

    private static final String CLOCKS =
            "java\\.time\\.\\w+\\.(now|system|systemUTC|systemDefaultZone)\\(.*|java\\.lang\\.System\\.currentTimeMillis\\(\\)|java\\.util\\.Date\\.<init>\\(\\)";

    @Test
    void everyPackageOfEveryModuleSaysWhatItIs() throws IOException {
        Set<Path> packages = packages(root());
        assertThat(packages)
                .contains(root().resolve("domain/src/main/java/io/quartermaster/domain/event"));
        assertThat(packages)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }

    /** The first two make strict ones; the others speak of tables, within one or to print. */
    @Test
    void onlyTheseClassesMakeAnEnvironment() {
        assertThat(
                        new ClassFileImporter()
                                        .withImportOption(new ImportOption.DoNotIncludeTests())
                                        .importPackages("io.quartermaster")
                                        .stream()
                                        .filter(HouseRulesTest::makesAnEnvironment)
                                        .map(JavaClass::getName))
                .containsExactlyInAnyOrder(
                        "io.quartermaster.pipelines.event.StrictEnvironment",
                        "io.quartermaster.pipelines.cli.JobEntry",
                        "io.quartermaster.pipelines.brand.FlinkMlLinkage",
                        "io.quartermaster.pipelines.result.ResultSession");
    }

    /** What a run leaves depends on its input; these two tell which dates lie in the future. */
    @Test
    void onlyTheseClassesAskWhatTimeItIs() {
        assertThat(
                        new ClassFileImporter()
                                        .withImportOption(new ImportOption.DoNotIncludeTests())
                                        .importPackages("io.quartermaster")
                                        .stream()
                                        .filter(HouseRulesTest::asksWhatTimeItIs)
                                        .map(JavaClass::getName))
                .containsExactlyInAnyOrder(
                        "io.quartermaster.pipelines.cli.BackfillCommand",
                        "io.quartermaster.pipelines.cli.DemoCommand");
    }

    /** By a call or by a reference such as {@code Instant::now}. */
    private static boolean asksWhatTimeItIs(JavaClass type) {
        return type.getCodeUnitAccessesFromSelf().stream().anyMatch(HouseRulesTest::isClock);
    }

    private static boolean isClock(JavaCodeUnitAccess<?> access) {
        String asked = access.getTarget().getFullName();
        return asked.matches(CLOCKS);
    }

    private static boolean makesAnEnvironment(JavaClass type) {
        return type.getCodeUnitCallsFromSelf().stream()
                .anyMatch(HouseRulesTest::makesAnEnvironment);
    }

    private static boolean makesAnEnvironment(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        return call.getName().matches(FACTORY)
                && (owner.isAssignableTo(StreamExecutionEnvironment.class)
                        || owner.isAssignableTo(TableEnvironment.class));
    }

    /** Folders that hold Java files below any module's sources. */
    private static Set<Path> packages(Path root) throws IOException {
        Set<Path> packages = new TreeSet<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
                        String name = folder.getFileName().toString();
                        boolean isMade = name.equals("target") || name.startsWith(".");
                        return isMade && !folder.equals(root)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        boolean isSource = file.toString().endsWith(".java");
                        if (isSource && file.toString().contains("/" + SOURCES + "/")) {
                            packages.add(file.getParent());
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return packages;
    }

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("ARCHITECTURE.md"))) {
            root = root.getParent();
        }
        return root;
    }
}

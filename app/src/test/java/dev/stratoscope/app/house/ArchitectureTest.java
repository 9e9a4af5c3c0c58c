package dev.stratoscope.app.house;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.stratoscope.app.house.Repository.BASE_PACKAGE;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What may use what. The packages and their uses are data: {@code house/packages.txt}. */
class ArchitectureTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final Set<String> INSIDE_MODEL = Set.of("archive", "store", "snapshot");
    private static final String[] JAVAFX = {"javafx..", "com.sun.javafx.."};

    private static PackageList packages;
    private static JavaClasses code;

    @BeforeAll
    static void read() throws IOException {
        packages =
                PackageList.read(
                        REPOSITORY.root().resolve("app/src/test/resources/house/packages.txt"));
        code =
                new ClassFileImporter()
                        .importPaths(Repository.MODULES.stream().map(REPOSITORY::classes).toList());
    }

    @Test
    void everyPackageIsInTheList() {
        classes()
                .should(beInTheList())
                .because("a new package is a decision, and packages.txt is where it is taken")
                .check(code);
    }

    @Test
    void packagesUseOnlyWhatTheListAllows() {
        classes()
                .should(useOnlyWhatTheListAllows())
                .because("what is free of its neighbours can be read, tested and replaced alone")
                .check(code);
    }

    @Test
    void listHasNoCycle() {
        assertEquals(
                List.of(),
                packages.cycle(),
                "packages in a cycle are one package with several names");
    }

    @Test
    void modelKnowsNothingOfJavaFx() {
        noClasses()
                .that()
                .resideInAPackage(BASE_PACKAGE + "model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JAVAFX)
                .because("the engine serves the command line and other programs too")
                .check(code);
    }

    @Test
    void commandLineKnowsNothingOfJavaFx() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE_PACKAGE + "app.cli..", BASE_PACKAGE + "app.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JAVAFX)
                .because("the command line starts at once and needs no display")
                .check(code);
    }

    @Test
    void onlyJobsAndTasksMakeThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE_PACKAGE + "app.fx..", BASE_PACKAGE + "model.task..")
                .should(new Threading())
                .because(
                        "work that is started elsewhere has no progress, cannot be cancelled"
                                + " and does not run in the test's own thread")
                .check(code);
    }

    @Test
    void insideOfTheModelIsNotExported() throws IOException {
        ModuleDescriptor model;
        try (InputStream in =
                Files.newInputStream(REPOSITORY.classes("model").resolve("module-info.class"))) {
            model = ModuleDescriptor.read(in);
        }
        Set<String> exported = new TreeSet<>();
        model.exports().forEach(export -> exported.add(export.source()));
        exported.retainAll(
                INSIDE_MODEL.stream().map(name -> BASE_PACKAGE + "model." + name).toList());

        assertEquals(
                Set.of(),
                exported,
                "the app meets these as Path, FileSystem, Image and Container, so that they can"
                        + " change");
    }

    @Test
    void everyPackageSaysItsDuty() throws IOException {
        List<String> silent = new ArrayList<>();
        for (String module : Repository.MODULES) {
            Path sources = REPOSITORY.mainSources(module);
            for (Path folder : foldersOfClasses(sources)) {
                Path info = folder.resolve("package-info.java");
                if (!Files.exists(info) || !Files.readString(info).contains("/**")) {
                    silent.add(REPOSITORY.root().relativize(info).toString());
                }
            }
        }
        assertEquals(
                List.of(),
                silent,
                "the javadoc of the packages is the architecture document of this project");
    }

    private static Set<Path> foldersOfClasses(Path sources) {
        Set<Path> folders = new TreeSet<>();
        for (Path file : Repository.javaFilesBelow(sources)) {
            if (!file.endsWith("module-info.java")) {
                folders.add(file.getParent());
            }
        }
        return folders;
    }

    private static ArchCondition<JavaClass> beInTheList() {
        return new ArchCondition<>("be in a package of packages.txt") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (isOurs(type) && !packages.contains(type.getPackageName())) {
                    events.add(violated(type, type.getPackageName() + " is not in packages.txt"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> useOnlyWhatTheListAllows() {
        return new ArchCondition<>("use only what packages.txt allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> isOurs(type) && isOurs(use.getTargetClass()))
                        .filter(
                                use ->
                                        !packages.allows(
                                                type.getPackageName(),
                                                use.getTargetClass()
                                                        .getBaseComponentType()
                                                        .getPackageName()))
                        .forEach(use -> events.add(violated(use, use.getDescription())));
            }
        };
    }

    /** Whether a class is in a package of a module; {@code module-info} is in none. */
    private static boolean isOurs(JavaClass type) {
        return type.getBaseComponentType().getPackageName().startsWith(BASE_PACKAGE);
    }
}

package io.qpy.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.qpy.firmware.FirmwareModules;
import io.qpy.module.DeviceModule;
import io.qpy.module.Exposed;
import io.qpy.pymodules.VendorModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md. */
class ArchitectureTest {
    private static final JavaClasses QPY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("test-support"))
            .importPackages("io.qpy");

    private static final String[] GRAALVM = {"org.graalvm..", "com.oracle.truffle.."};

    @Test
    void everyPartWasSeen() {
        assertTrue(count("io.qpy.device") >= 15, "device");
        assertTrue(count("io.qpy.module") >= 5, "module");
        assertTrue(count("io.qpy.runtime") >= 12, "runtime");
        assertTrue(count("io.qpy.firmware") >= 5, "firmware");
        assertTrue(count("io.qpy.pymodules") >= 10, "pymodules");
        assertTrue(count("io.qpy.sandbox") >= 40, "sandbox");
        assertTrue(count("io.qpy.serial") >= 15, "serial");
        assertTrue(count("io.qpy.repl") >= 30, "repl");
        assertTrue(count("io.qpy.wiring") >= 15, "wiring");
        assertTrue(count("io.qpy.testing") >= 10, "testing");
        assertTrue(count("io.qpy.check") >= 5, "check");
        assertTrue(count("io.qpy.junit") >= 8, "junit");
        assertTrue(count("io.qpy.start") >= 12, "start");
        assertTrue(count("io.qpy.cli") >= 15, "cli");
    }

    private static long count(String prefix) {
        return QPY.stream()
                .filter(each -> each.getPackageName().equals(prefix)
                        || each.getPackageName().startsWith(prefix + "."))
                .count();
    }

    /**
     * ArchUnit's own {@code slices().should().beFreeOfCycles()} found two of the six circles that were there when this test
     * was written (1.4.1). So packages that know none of the others are taken away, again and again, until none is left.
     */
    @Test
    void noPackagesFormACircle() {
        Map<String, Set<String>> known = new TreeMap<>();
        for (JavaClass each : QPY) {
            String own = house(each);
            Set<String> others = known.computeIfAbsent(own, name -> new TreeSet<>());
            each.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(inQpy())
                    .map(ArchitectureTest::house)
                    .filter(other -> !other.equals(own))
                    .forEach(others::add);
        }
        while (known.values().removeIf(others -> Collections.disjoint(others, known.keySet()))) {
            known.values().forEach(others -> others.retainAll(known.keySet()));
        }
        Set<String> asked = new TreeSet<>();
        do { // who only uses a circle is no part of it
            asked.clear();
            known.values().forEach(asked::addAll);
        } while (known.keySet().retainAll(asked));
        assertEquals(Map.of(), known);
    }

    /** A class's package. The device as a whole stands above its rooms, and what all of them know below. */
    private static String house(JavaClass each) {
        boolean whole = each.getPackageName().equals("io.qpy.device")
                && Set.of("Device", "Builder").contains(each.getSimpleName());
        return each.getPackageName() + (whole ? ".Device" : "");
    }

    @Test
    void theSandboxAndSerialLinesUseNothingOfQpy() {
        for (String part : new String[] {"io.qpy.sandbox..", "io.qpy.serial.."}) {
            classes()
                    .that()
                    .resideInAPackage(part)
                    .should()
                    .onlyDependOnClassesThat(
                            DescribedPredicate.not(inQpy()).or(JavaClass.Predicates.resideInAPackage(part)))
                    .check(QPY);
        }
    }

    private static DescribedPredicate<JavaClass> inQpy() {
        return JavaClass.Predicates.resideInAPackage("io.qpy..");
    }

    @Test
    void insideRuntimeTheArrowsGoDown() {
        noClasses()
                .that()
                .resideInAPackage("io.qpy.device..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.qpy.module..", "io.qpy.runtime..")
                .check(QPY);
        noClasses()
                .that()
                .resideInAPackage("io.qpy.module..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.qpy.runtime..")
                .check(QPY);
    }

    /** The device is made of its rooms; they know each other, in one direction, and what is common, but not the whole. */
    @Test
    void theRoomsOfTheDeviceAreSmallerThanIt() {
        assertTrue(
                QPY.stream()
                                .filter(each -> each.getPackageName().equals("io.qpy.device") && each.isTopLevelClass())
                                .count()
                        <= 12,
                "classes of io.qpy.device itself");
        noClasses()
                .that()
                .resideInAPackage("io.qpy.device.*..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.qpy.device.Device")
                .check(QPY);
        SlicesRuleDefinition.slices()
                .matching("io.qpy.device.(*)..")
                .should()
                .beFreeOfCycles()
                .check(QPY);
    }

    @Test
    void onlyTheRuntimePackageKnowsGraalVm() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.qpy.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GRAALVM)
                .check(QPY);
    }

    @Test
    void modulesKnowTheDeviceAndTheSeamOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("io.qpy.firmware..", "io.qpy.pymodules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.qpy.runtime..", "io.qpy.sandbox..", "io.qpy.wiring..", "io.qpy.cli..")
                .check(QPY);
        noClasses()
                .that()
                .resideInAPackage("io.qpy.firmware..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.qpy.pymodules..")
                .check(QPY);
    }

    @Test
    void microPythonsModulesImportNoneOfTheVendors() throws IOException {
        Set<String> vendors =
                VendorModules.all().stream().map(DeviceModule::name).collect(Collectors.toSet());
        assertEquals(Set.of(), imports(Path.of("../stdlib-shims/src/main/python"), vendors));
        Set<String> others =
                FirmwareModules.all().stream().map(DeviceModule::name).collect(Collectors.toSet());
        assertFalse(imports(Path.of("../pymodules/src/main/python"), others).isEmpty(), "no import was seen");
    }

    /** The import statements for one of these modules in a folder's files, each with its file. */
    private static Set<String> imports(Path folder, Set<String> modules) throws IOException {
        Pattern statement = Pattern.compile("^ *(?:import|from) (\\w+)", Pattern.MULTILINE);
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Matcher matcher = statement.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (modules.contains(matcher.group(1))) {
                        found.add(file.getFileName() + ": " + matcher.group().strip());
                    }
                }
            }
        }
        return found;
    }

    @Test
    void thePromptKnowsTheRuntimeAndSerialLinesOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.qpy.repl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.qpy.firmware..",
                        "io.qpy.pymodules..",
                        "io.qpy.sandbox..",
                        "io.qpy.wiring..",
                        "io.qpy.cli..")
                .check(QPY);
    }

    @Test
    void onlyTheTerminalsPromptAndSerialLinesKnowJline() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.qpy.repl.terminal..", "io.qpy.serial..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .check(QPY);
    }

    @Test
    void theTestRunnerKnowsTheRuntimeAndTheWiringOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.qpy.testing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.qpy.firmware..", "io.qpy.pymodules..", "io.qpy.repl..", "io.qpy.cli..")
                .check(QPY);
    }

    @Test
    void onlyTheEngineKnowsTheJunitPlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.qpy.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.qpy.junit..", "org.junit.platform..")
                .check(QPY);
    }

    @Test
    void onlyTheCommandKnowsHowAProcessStartsAndNobodyUsesTheCommand() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.qpy.start..", "io.qpy.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.qpy.start..")
                .check(QPY);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.qpy.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.qpy.cli..")
                .check(QPY);
    }

    @Test
    void aStartKnowsTheWiringThePromptAndTheRuntimeOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.qpy.start..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.qpy.firmware..",
                        "io.qpy.pymodules..",
                        "io.qpy.sandbox..",
                        "io.qpy.check..",
                        "io.qpy.testing..")
                .check(QPY);
    }

    @Test
    void onlyHostObjectsAreExposed() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods()
                .that()
                .areAnnotatedWith(Exposed.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAnyPackage(
                        "io.qpy.firmware..",
                        "io.qpy.pymodules..",
                        "io.qpy.runtime..",
                        "io.qpy.testing..",
                        "io.qpy.wiring.peer..",
                        "io.qpy.check..")
                .check(QPY);
    }

    @Test
    void theCheckKnowsTheRuntimeOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.qpy.check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.qpy.firmware..", "io.qpy.pymodules..", "io.qpy.sandbox..", "io.qpy.cli..")
                .check(QPY);
    }

    @Test
    void onlyTheTerminalTouchesTheProcesssStreams() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Terminal")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(QPY);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.qpy.cli.Main")
                .and()
                .doNotHaveFullyQualifiedName("io.qpy.start.Standby")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(QPY);
    }
}

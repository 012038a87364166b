package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mvn test} of a project of its own that uses the JUnit engine from a local repository. */
@DisabledOnOs(OS.WINDOWS) // The local repository is made of symbolic links.
class JunitEngineTest {
    private static final String TEST_FILE = "src/test/python/test_thermometer.py";
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final List<String> MODULES =
            List.of("runtime", "stdlib-shims", "pymodules", "sandbox", "serial", "wiring", "testing", "junit");
    private static final int PATIENCE_MINUTES = 5;

    private final Path root = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    /** The pom says which, so that the build fetches them and this test need not. */
    private static Stream<String> versions() {
        return Stream.of("junit.lowest.version", "junit.version", "junit.highest.version")
                .map(System::getProperty);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyPythonTestIsATestOfTheProject(String junit) throws Exception {
        copyProject();
        String output = maven(0, "-Djunit.version=" + junit);
        assertTrue(output.contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0"), output);
        String report = report();
        assertTrue(
                report.contains(
                        TEST_FILE + "::ThermometerTest::test_below_zero\" classname=\"com.example.PythonTest\""),
                report);
        assertTrue(report.contains("<testcase name=\"" + TEST_FILE + "::test_zero\""), report);
    }

    @Test
    void aFailureFailsTheBuildAndNamesFileAndLine() throws Exception {
        copyProject();
        Path tests = folder.resolve("project/src/test/python/test_thermometer.py");
        Files.writeString(tests, Files.readString(tests) + """

                def test_wrong():
                    assert thermometer.celsius(16) == 2
                """);
        String output = maven(1);
        assertTrue(output.contains("Tests run: 5, Failures: 1, Errors: 0, Skipped: 0"), output);
        assertTrue(output.contains("assert thermometer.celsius(16) == 2; thermometer.celsius(16) is 1.0"), output);
        assertTrue(report().contains("(src/test/python/test_thermometer.py:17)"), report());
    }

    @AfterEach
    void unlink() throws IOException {
        try (Stream<Path> entries = Files.walk(folder.resolve("repository"), 2)) {
            for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private String report() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("project/target/surefire-reports"))) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".xml")).toList()) {
                text.append(Files.readString(file).replaceAll("(?s)<properties>.*?</properties>", ""));
            }
            return text.toString();
        }
    }

    private void copyProject() throws IOException {
        Project.copy(root.resolve("tests/junit/thermometer"), folder.resolve("project"));
    }

    private String maven(int expected, String... arguments) throws Exception {
        Path log = folder.resolve("maven.log");
        List<String> command =
                new ArrayList<>(List.of("mvn", "-o", "-B", "-Dmaven.repo.local=" + localRepository(), "test"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.resolve("project").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "mvn did not end");
        String output = Files.readString(log);
        assertEquals(expected, process.exitValue(), output);
        return output;
    }

    /** What this build's own has, and qpy as "mvn install" would put it there. */
    private Path localRepository() throws IOException {
        Path shared = Path.of(System.getProperty("localRepository"));
        Path repository = Files.createDirectories(folder.resolve("repository"));
        link(shared, repository, "io");
        link(shared.resolve("io"), Files.createDirectories(repository.resolve("io")), "qpy");
        install(repository, "qpy", root.resolve("pom.xml"), null);
        for (String module : MODULES) {
            Path jar = root.resolve(module + "/target/qpy-" + module + "-" + VERSION + ".jar");
            install(repository, "qpy-" + module, root.resolve(module + "/pom.xml"), jar);
        }
        return repository;
    }

    private static void link(Path shared, Path repository, String except) throws IOException {
        try (Stream<Path> entries = Files.list(shared)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().equals(except)) {
                    Files.createSymbolicLink(repository.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private static void install(Path repository, String artifact, Path pom, Path jar) throws IOException {
        Path target = Files.createDirectories(repository.resolve("io/qpy/" + artifact + "/" + VERSION));
        Files.copy(pom, target.resolve(artifact + "-" + VERSION + ".pom"));
        if (jar != null) {
            Files.copy(jar, target.resolve(artifact + "-" + VERSION + ".jar"));
        }
    }
}

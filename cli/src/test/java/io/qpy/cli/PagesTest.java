package io.qpy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.check.Codes;
import io.qpy.device.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line of qpy's own has a code, each code a page. */
class PagesTest {
    private static final List<String> MODULES = List.of(
            "runtime", "pymodules", "stdlib-shims", "sandbox", "wiring", "repl", "check", "testing", "start", "cli");

    @ParameterizedTest
    @EnumSource(Code.class)
    void everyCodeHasAPage(Code code) {
        String page = Pages.page(code.toString()).orElseThrow();
        assertTrue(page.startsWith("# " + code + "\n\n"), page);
        assertTrue(page.contains("```") || Codes.all().contains(code.toString()), "it has no example: " + page);
        assertTrue(page.length() <= 2000, "it is long");
    }

    @Test
    void everyPageIsOfACode() {
        Set<String> others = new TreeSet<>(Pages.all().keySet());
        Codes.all().forEach(others::remove);
        Arrays.stream(Code.values()).map(Code::toString).forEach(others::remove);
        assertEquals(Set.of(), others);
    }

    @Test
    void everyFileIsListed() throws IOException {
        Set<String> files = new TreeSet<>();
        for (String folder : List.of("../runtime/src/main/codes", "../check/src/main/codes")) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                all.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".md"))
                        .forEach(name -> assertTrue(files.add(name.replace(".md", "")), name + " is there twice"));
            }
        }
        assertEquals(new TreeSet<>(Pages.all().keySet()), files);
    }

    /** In Java a line cannot be said without a code; these three write what {@link io.qpy.device.Notice} makes of it. */
    @Test
    void onlyThreePlacesWriteSuchALine() throws IOException {
        assertEquals(
                Set.of("Terminal.java", "TerminalConsole.java", "TokenDoor.java"),
                sources(".java").entrySet().stream()
                        .filter(source -> source.getValue().contains("\"qpy: \" + "))
                        .map(source -> source.getKey().getFileName().toString())
                        .collect(Collectors.toSet()));
    }

    /** In the device's modules the code is the first argument. */
    @Test
    void everyLineThatPythonSaysHasACode() throws IOException {
        Pattern says = Pattern.compile("\\b(?:_device|_host|_?seam|self)\\._?say\\(\\s*([^,)]*)");
        Set<String> said = new TreeSet<>();
        sources(".py").forEach((file, text) -> says.matcher(text).results().forEach(each -> {
            String code = each.group(1);
            boolean handedOn = Set.of("code", "*known", "self", "answer[0]").contains(code.strip());
            if (!handedOn) {
                assertTrue(
                        code.matches("\"[a-z-]+\"") && Pages.all().containsKey(code.replace("\"", "")),
                        () -> file + ": " + each.group());
                said.add(code);
            }
        }));
        assertTrue(said.size() >= 10, said::toString);
    }

    /** What is said of a name or a file that a script asked for. */
    @Test
    void everyAnswerHasACode() throws IOException {
        String answers = Files.readString(Path.of("../runtime/src/main/python/advice/answers.py"));
        List<String> codes = Pattern.compile("(?m)(?:return|and \\(|else) ?\\(?\"([a-z]+(?:-[a-z]+)*)\",")
                .matcher(answers)
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
        assertTrue(codes.size() >= 10, codes::toString);
        assertEquals(
                List.of(),
                codes.stream().filter(code -> Pages.page(code).isEmpty()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../start/src/main/launcher/qpy", "../qpy", "../qpy.cmd"})
    void everyLineOfALauncherHasACode(String launcher) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(launcher)).stream()
                .filter(line -> line.contains("echo qpy: ") || line.contains("echo \"qpy: "))
                .toList();
        assertTrue(!lines.isEmpty());
        for (String line : lines) {
            String code = line.replaceAll("^.*\\[([a-z-]+)]\"? [1>]?>&2.*$", "$1");
            assertTrue(Pages.page(code.replace(" ", "")).isPresent(), line);
        }
    }

    private static Map<Path, String> sources(String ending) throws IOException {
        Map<Path, String> found = new TreeMap<>();
        for (String module : MODULES) {
            try (Stream<Path> all = Files.walk(Path.of("..", module, "src", "main"))) {
                for (Path file :
                        all.filter(each -> each.toString().endsWith(ending)).toList()) {
                    found.put(file, Files.readString(file));
                }
            }
        }
        return found;
    }
}

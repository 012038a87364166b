package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.SurfaceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The table of the device's surface beside what a script sees: neither has a name that the other lacks, but for those in
 * tests/surface/absent.txt and extra.txt, each with its reason; parameters.txt has calls that differ.
 */
class SurfaceTest {
    /** Tables of modules without a facade. */
    private static final Path LOOSE = Path.of("../runtime/src/main/surface");

    /** Facades, each with its table beside it. */
    private static final List<Path> FACADES =
            List.of(Path.of("../pymodules/src/main/python"), Path.of("../stdlib-shims/src/main/python"));

    private static SeenSurface seen;

    @BeforeAll
    static void look() throws IOException {
        seen = SeenSurface.ofDevice();
    }

    /** A line's name -> its parameters, each without its default; absent where the line has none, or any. */
    private static Map<String, List<String>> table(String module) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (String line : lines(module)) {
            String name = line.replaceFirst("^class ", "").replaceFirst("[ (].*", "");
            if (!name.endsWith("*")) {
                names.put(name, line.contains("(") && !line.contains("(*)") ? parameters(line) : List.of("?"));
            }
        }
        return names;
    }

    /** The lines of a module's table, as {@code qpy check} reads it. */
    private static List<String> lines(String module) {
        return SurfaceTable.read(module).lines().toList();
    }

    private static List<String> parameters(String line) {
        String list = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
        String plain =
                list.replaceAll("=('[^']*'|\"[^\"]*\"|\\(\\)|[^,]*)", "=").replaceAll("@[^,]*|!", "");
        return List.of(plain.split(", *")).stream()
                .filter(each -> !each.isEmpty() && !each.equals("/"))
                .toList();
    }

    /** A line's end: what a call gives, the firmware that has the name, how the name is known. */
    private static final Pattern END = Pattern.compile("( -> [\\w.]+)?( \\d*\\.{0,2}\\d*)?( read| guessed)?");

    @Test
    void aLineEndsAsTheFormSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String module : seen.modules()) {
            lines(module).stream()
                    .filter(line -> !END.matcher(line.replaceFirst("^(class )?[\\w.*]+(\\(.*\\))?", ""))
                            .matches())
                    .forEach(line -> wrong.add(module + ": " + line));
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean isOpen(String module, String name) {
        return lines(module).stream()
                .filter(line -> line.endsWith("*"))
                .anyMatch(line -> name.startsWith(line.substring(0, line.length() - 1)));
    }

    @Test
    void everyModuleHasATableBesideItsFacade() {
        List<String> listed =
                lines("modules").stream().map(line -> line.split(" ", 2)[0]).toList();
        for (String module : seen.modules()) {
            String file = module + ".txt";
            assertTrue(FACADES.stream().anyMatch(folder -> Files.exists(folder.resolve(file))), "no " + file);
            assertFalse(Files.exists(LOOSE.resolve(file)), file + " is to lie beside " + module + ".py");
            assertTrue(listed.contains(module), module + " is not in modules.txt");
        }
    }

    @Test
    void aTableBesideFacadesHasOne() throws IOException {
        for (Path folder : FACADES) {
            try (Stream<Path> files = Files.list(folder)) {
                for (String file :
                        (Iterable<String>) files.map(each -> each.getFileName().toString())::iterator) {
                    assertTrue(
                            !file.endsWith(".txt") || Files.exists(folder.resolve(file.replace(".txt", ".py"))), file);
                }
            }
        }
    }

    @Test
    void aScriptSeesWhatTheTableHas() throws IOException {
        Set<String> absent = new TreeSet<>();
        for (String module : seen.modules()) {
            for (String name : table(module).keySet()) {
                if (!seen.names(module).contains(name)) {
                    absent.add(module + "." + name);
                }
            }
        }
        compare(absent, "surface/absent.txt");
    }

    @Test
    void theTableHasWhatAScriptSees() throws IOException {
        Set<String> extra = new TreeSet<>();
        for (String module : seen.modules()) {
            Set<String> names = table(module).keySet();
            for (String name : seen.names(module)) {
                if (!names.contains(name) && !isOpen(module, name)) {
                    extra.add(module + "." + name);
                }
            }
        }
        compare(extra, "surface/extra.txt");
    }

    private static void compare(Set<String> found, String file) throws IOException {
        SeenSurface.Reasons reasons = SeenSurface.reasons(Path.of(file));
        assertEquals(
                "",
                found.stream().filter(name -> !reasons.has(name)).collect(Collectors.joining("\n")),
                "not in " + file);
        assertEquals(List.of(), reasons.unused(found), "out of date in " + file);
    }

    /** What the table lets a script pass, the device takes. */
    @Test
    void parametersAreTaken() throws IOException {
        List<String> refused = new ArrayList<>();
        SeenSurface.Reasons reasons = SeenSurface.reasons(Path.of("surface/parameters.txt"));
        for (String module : seen.modules()) {
            table(module).forEach((name, wanted) -> {
                String taken = seen.names(module).contains(name) ? seen.parameters(module, name) : "?";
                if (!taken.equals("?")
                        && !taken.isEmpty()
                        && !wanted.equals(List.of("?"))
                        && !takes(taken, wanted)
                        && !reasons.has(module + "." + name)) {
                    refused.add(module + "." + name + " takes (" + taken + "), not " + wanted);
                }
            });
        }
        assertEquals("", String.join("\n", refused));
    }

    private static boolean takes(String taken, List<String> wanted) {
        List<String> have = taken.equals("none") ? List.of() : List.of(taken.split(", "));
        boolean any = have.stream().anyMatch(each -> each.startsWith("*") && each.length() > 1);
        List<String> optional = have.stream().filter(each -> each.endsWith("=")).toList();
        List<String> required = have.stream()
                .filter(each -> !each.endsWith("=") && !each.startsWith("*"))
                .toList();
        long mustPass = wanted.stream()
                .filter(each -> !each.endsWith("=") && !each.startsWith("*"))
                .count();
        return required.size() <= mustPass
                && (any
                        || required.size() + optional.size()
                                >= wanted.stream()
                                        .filter(each -> !each.startsWith("*"))
                                        .count());
    }
}

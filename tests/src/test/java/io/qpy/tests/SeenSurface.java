package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qpy.module.DeviceModule;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.wiring.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a script on the device can name, as tests/surface/seen.py tells. */
final class SeenSurface {
    private static final Path SCRIPT = Path.of("surface/seen.py");

    /** A name without its module, for instance {@code socket.connect} -> its parameters. */
    private final Map<String, Map<String, String>> names;

    private SeenSurface(Map<String, Map<String, String>> names) {
        this.names = names;
    }

    /** Asks a fresh device. */
    static SeenSurface ofDevice() throws IOException {
        List<String> modules = Modules.all().stream().map(DeviceModule::name).toList();
        TestDevice device = new TestDevice();
        try (Session session = device.start()) {
            session.run(new Script("seen.py", Files.readString(SCRIPT), modules));
        }
        assertEquals("", device.errors());
        Map<String, Map<String, String>> names =
                modules.stream().collect(Collectors.toMap(each -> each, each -> new LinkedHashMap<>()));
        device.output().lines().map(line -> line.split("\\|", -1)).forEach(parts -> names.get(parts[0])
                .put(parts[1], parts[2]));
        return new SeenSurface(names);
    }

    Set<String> modules() {
        return new TreeSet<>(names.keySet());
    }

    Set<String> names(String module) {
        return names.get(module).keySet();
    }

    /** {@code none} for none, {@code ?} where they are not known, empty for what cannot be called. */
    String parameters(String module, String name) {
        return names.get(module).get(name);
    }

    /** A file of names with reasons, {@code module.name: reason}; a name may end with a star. */
    static Reasons reasons(Path file) throws IOException {
        return new Reasons(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Objects.requireNonNull(parts[1]))));
    }

    /** Names that may differ, each with the reason. */
    record Reasons(Map<String, String> byName) {
        boolean has(String name) {
            return byName.keySet().stream()
                    .anyMatch(each -> each.equals(name)
                            || (each.endsWith("*") && name.startsWith(each.substring(0, each.length() - 1))));
        }

        /** Those that explain none of the names, and are out of date. */
        List<String> unused(Set<String> explained) {
            return byName.keySet().stream()
                    .filter(each -> explained.stream().noneMatch(name -> new Reasons(Map.of(each, "")).has(name)))
                    .sorted()
                    .toList();
        }
    }
}

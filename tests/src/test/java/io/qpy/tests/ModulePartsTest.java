package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qpy.device.Device;
import io.qpy.device.console.Console;
import io.qpy.module.DeviceModule;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.wiring.Modules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts of a module of several files. */
class ModulePartsTest {
    private static final DeviceModule PARTED =
            DeviceModule.of("parted", ModulePartsTest.class).withParts("named");

    /** Facades, and beside each the folder of its parts. */
    private static final List<Path> FACADES =
            List.of(Path.of("../pymodules/src/main/python"), Path.of("../stdlib-shims/src/main/python"));

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private void run(String source) {
        Device device = Device.builder()
                .console(new Console(InputStream.nullInputStream(), output, output))
                .build();
        new QpyRuntime(List.of(PARTED)).run(Script.of("main.py", source), device);
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFacadeLoadsAPart() {
        run("import parted\nprint(parted.named())");
        assertEquals("of a part\n", output());
    }

    @Test
    void aPartThatIsNotNamedIsNotLoaded() {
        assertThrows(IllegalArgumentException.class, () -> PARTED.partCode("forgotten"));
        run("import parted\nprint(parted.forgotten())");
        assertFalse(output().contains("that its module does not name"), output());
    }

    @Test
    void aScriptCannotImportAPart() {
        run("try:\n    import parted.named\nexcept ImportError as e:\n    print(e)");
        assertEquals("no module named 'parted.named'\n", output());
    }

    @Test
    void modulesNameAllFilesOfTheirFolders() throws IOException {
        Set<String> named = Modules.all().stream()
                .flatMap(module -> module.parts().stream().map(part -> module.name() + "/" + part + ".py"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> files = new TreeSet<>();
        for (Path folder : FACADES) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> file.contains("/"))
                        .forEach(files::add);
            }
        }
        assertEquals(files, named);
    }
}

package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.qpy.module.LibraryCode;
import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What makes the distribution start quickly is in it. */
class DistributionTest {
    @Test
    void noJarIsSigned() throws IOException {
        assertEquals(
                List.of(),
                entries().stream()
                        .filter(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)"))
                        .toList());
    }

    @Test
    void allLibraryCodeIsCompiled() throws IOException {
        Set<String> sources = new TreeSet<>();
        Set<String> compiled = new TreeSet<>();
        for (String each : entries()) {
            String name = "/" + each;
            if (name.startsWith(LibraryCode.COMPILED)) {
                compiled.add(name.substring(
                        LibraryCode.COMPILED.length(), name.length() - LibraryCode.COMPILED_ENDING.length()));
            } else if (name.startsWith(LibraryCode.SOURCES) && name.endsWith(".py") && !name.contains("training")) {
                sources.add(name.substring(LibraryCode.SOURCES.length(), name.length() - ".py".length()));
            }
        }
        assertFalse(sources.isEmpty());
        assertEquals(sources, compiled);
    }

    /** The names of all files in all jars. */
    private static List<String> entries() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.list(Launcher.LIBRARIES)) {
            for (Path jar : (Iterable<Path>) all.filter(file -> file.toString().endsWith(".jar"))::iterator) {
                try (ZipFile open = new ZipFile(jar.toFile())) {
                    open.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(ZipEntry::getName)
                            .forEach(names::add);
                }
            }
        }
        return names;
    }
}

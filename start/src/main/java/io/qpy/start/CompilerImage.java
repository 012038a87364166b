package io.qpy.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a copy of the JDK that runs it, with the Graal compiler in the place of the JDK's empty module of that name. No AOT
 * cache can be used together with {@code --upgrade-module-path}, the usual way to put the compiler there (measured with JDK
 * 25); from this copy, a process starts from its cache and has the compiler too.
 *
 * <p>The copy has the modules that qpy needs, in {@code lib/modules}, and of the files beside it those that look for the JDK
 * where they are themselves; all others are links into the JDK.
 */
public final class CompilerImage {
    /** What the class path's jars use, by jdeps, and what is found as a service: charsets, ciphers, zip files. */
    private static final List<String> ROOTS = List.of(
            "java.compiler",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.prefs",
            "java.sql",
            "java.xml",
            "jdk.charsets",
            "jdk.crypto.cryptoki",
            "jdk.crypto.ec",
            "jdk.httpserver",
            "jdk.internal.vm.ci",
            "jdk.jfr",
            "jdk.management",
            "jdk.net",
            "jdk.security.auth",
            "jdk.unsupported",
            "jdk.zipfs");

    private static final String COMPILER = "jdk.graal.compiler";

    private final Path jdk;
    private final Path image;

    private CompilerImage(Path jdk, Path image) {
        this.jdk = jdk;
        this.image = image;
    }

    /**
     * Makes one.
     *
     * @param arguments the folder with the compiler's jars; a folder to work in, which has the copy as {@code jdk} afterwards
     * @throws IOException when that fails; the folder is the caller's to remove
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        CompilerImage image = new CompilerImage(Path.of(System.getProperty("java.home")), folder.resolve("jdk"));
        image.make(Path.of(arguments[0]), folder.resolve("modules"));
    }

    private void make(Path compiler, Path modules) throws IOException {
        copyModules(modules);
        forgetHashes(modules.resolve("java.base/module-info.class"));
        link(compiler, modules);
        addFiles();
    }

    /** The JDK's modules as folders, without the empty one. jlink would take them out of the JDK by itself, and that one too. */
    private static void copyModules(Path modules) throws IOException {
        Configuration needed = Configuration.empty().resolve(ModuleFinder.ofSystem(), ModuleFinder.of(), ROOTS);
        Path all = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        for (ResolvedModule each : needed.modules()) {
            copy(all.resolve(each.name()), modules.resolve(each.name()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.write(to.resolve(from.relativize(file).toString()), Files.readAllBytes(file));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Takes the sums of the other modules' files out of java.base, with which copies of them do not agree: the attribute gets another
     * name, and attributes of unknown names are passed over (Java Virtual Machine Specification, 4.7).
     */
    private static void forgetHashes(Path moduleInfo) throws IOException {
        String bytes = Files.readString(moduleInfo, StandardCharsets.ISO_8859_1);
        Files.writeString(moduleInfo, bytes.replace("ModuleHashes", "ModuleHashed"), StandardCharsets.ISO_8859_1);
    }

    private void link(Path compiler, Path modules) throws IOException {
        ToolProvider jlink =
                ToolProvider.findFirst("jlink").orElseThrow(() -> new IOException("this JDK has no jlink"));
        StringWriter said = new StringWriter();
        PrintWriter words = new PrintWriter(said, true);
        int exitCode = jlink.run(
                words,
                words,
                "--module-path",
                compiler + System.getProperty("path.separator") + modules,
                "--add-modules",
                Stream.concat(ROOTS.stream(), Stream.of(COMPILER)).collect(Collectors.joining(",")),
                // The JDK's java.base has the classes that this would make.
                "--disable-plugin",
                "generate-jli-classes",
                // Most classes come from the class archive.
                "--compress",
                "zip-1",
                "--output",
                image.toString());
        if (exitCode != 0) {
            throw new IOException("jlink ended with exit code " + exitCode + ": " + said);
        }
    }

    private void addFiles() throws IOException {
        Path java = Path.of("bin", "java");
        Files.createDirectory(image.resolve("bin"));
        Files.copy(jdk.resolve(java), image.resolve(java));
        Files.createSymbolicLink(image.resolve("conf"), jdk.resolve("conf"));
        linkAll(Path.of("lib"), Set.of("modules", "server", "src.zip", "ct.sym", "jrt-fs.jar"));
        Path server = Path.of("lib", "server");
        Files.createDirectory(image.resolve(server));
        Files.copy(
                jdk.resolve(server).resolve("libjvm.so"), image.resolve(server).resolve("libjvm.so"));
    }

    private void linkAll(Path folder, Set<String> without) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(jdk.resolve(folder))) {
            for (Path each : files) {
                if (!without.contains(each.getFileName().toString())) {
                    Files.createSymbolicLink(image.resolve(folder).resolve(each.getFileName()), each);
                }
            }
        }
    }
}

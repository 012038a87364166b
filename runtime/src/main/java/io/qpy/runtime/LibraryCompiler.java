package io.qpy.runtime;

import io.qpy.module.LibraryCode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** Compiles the library code of the jars in the class path, for the distribution; the build runs it. */
public final class LibraryCompiler {
    /** The scripts of {@code training} are no library code. */
    private static final Pattern SOURCE =
            Pattern.compile(Pattern.quote(LibraryCode.SOURCES.substring(1)) + "(?!training/)((?:\\w+/)?\\w+)\\.py");

    private static final String COMPILE = """
            import marshal
            lambda source, name: marshal.dumps(compile(source, name, "exec"))
            """;

    private LibraryCompiler() {}

    /** Writes it into a folder, the only argument, which becomes a jar. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0] + LibraryCode.COMPILED);
        clear(folder);
        try (Context context = Context.newBuilder("python")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build()) {
            Value compile = context.eval("python", COMPILE);
            for (String each : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
                if (each.endsWith(".jar")) {
                    compileAll(Path.of(each), compile, folder);
                }
            }
        }
    }

    /** Removes what an earlier build has left there: what is no more, or has become a folder of parts. */
    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void compileAll(Path jar, Value compile, Path folder) throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) open.stream()::iterator) {
                Matcher matcher = SOURCE.matcher(entry.getName());
                if (matcher.matches()) {
                    String name = matcher.group(1);
                    String source = new String(open.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                    Path file = folder.resolve(name + LibraryCode.COMPILED_ENDING);
                    Files.createDirectories(file.getParent());
                    Files.write(file, compiled(compile, source, name));
                }
            }
        }
    }

    private static byte[] compiled(Value compile, String source, String name) {
        Value code = compile.execute(source, LibraryCode.fileName(name));
        byte[] bytes = new byte[Math.toIntExact(code.getBufferSize())];
        code.readBuffer(0, bytes, 0, bytes.length);
        return bytes;
    }
}

package io.qpy.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;

/** The syntax trees of all library code, as tests/structure/trees.py reads them. */
final class PythonTrees implements AutoCloseable {
    private static final Path READER = Path.of("structure/trees.py");
    private static final TypeLiteral<List<String>> NAMES = new TypeLiteral<>() {};

    private final Context context;
    private final Value reader;
    private final Map<String, String> sources = new TreeMap<>();

    PythonTrees() throws IOException {
        for (Path root : roots()) {
            for (Path file : SourceFiles.in(root, ".py")) {
                String path = root.relativize(file).toString().replace('\\', '/');
                sources.put(path.substring(0, path.length() - ".py".length()), Files.readString(file));
            }
        }
        context = plain();
        context.eval("python", Files.readString(READER));
        reader = context.getBindings("python");
    }

    /** An interpreter without a device; qpy's changes to GraalPy's classes must come before the first of any kind. */
    static Context plain() {
        TestDevice.RUNTIME.prepare().close();
        return Context.newBuilder("python").allowAllAccess(true).build();
    }

    private static List<Path> roots() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(each -> each.resolve("src/main/python"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    /** The files' names, for instance {@code umqtt} and {@code dialect/texts}. */
    Set<String> names() {
        return sources.keySet();
    }

    /** Those whose code a file imports or loads. */
    List<String> needs(String name) {
        return List.copyOf(reader.getMember("needs")
                .execute(sources.get(name), List.copyOf(names()))
                .as(NAMES));
    }

    /** What its module keeps and changes. */
    List<String> state(String name) {
        return List.copyOf(reader.getMember("state").execute(sources.get(name)).as(NAMES));
    }

    @Override
    public void close() {
        context.close();
    }
}

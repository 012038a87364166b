package io.qpy.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the vendor's interface files, read for its names only: each is on a line that begins with it. */
final class StubFile {
    private static final Pattern STRINGS = Pattern.compile("\"\"\".*?\"\"\"|'''.*?'''", Pattern.DOTALL);
    private static final Pattern NAME =
            Pattern.compile("^( *)(?:def (\\w+)|class (\\w+)|([A-Za-z]\\w*) *(?:=[^=]|:(?!.*\\()))", Pattern.MULTILINE);
    private static final Pattern KEYWORDS = Pattern.compile("if|else|try|except|finally|for|while|with|return|pass");
    private static final int MEMBER_INDENT = 4;

    private final Set<String> names = new LinkedHashSet<>();
    private String owner = "";

    private StubFile() {}

    /** The public functions, classes, methods and constants of a module; of a package, those of its parts too. */
    static Set<String> names(Path folder, String module) throws IOException {
        StubFile names = new StubFile();
        for (Path file : new Path[] {folder.resolve(module + ".pyi"), folder.resolve(module + "/__init__.py")}) {
            if (Files.exists(file)) {
                names.read("", file);
            }
        }
        if (Files.isDirectory(folder.resolve(module))) {
            try (Stream<Path> parts = Files.list(folder.resolve(module))) {
                for (Path part : parts.filter(file -> file.toString().endsWith(".pyi"))
                        .sorted()
                        .toList()) {
                    names.read(part.getFileName().toString().replace(".pyi", "."), part);
                }
            }
        }
        return names.names;
    }

    private void read(String prefix, Path file) throws IOException {
        owner = "";
        Matcher matcher = NAME.matcher(STRINGS.matcher(Files.readString(file)).replaceAll("..."));
        while (matcher.find()) {
            int indent = matcher.group(1).length();
            if (indent == 0) {
                owner = matcher.group(3) == null ? "" : matcher.group(3) + ".";
            }
            String name = name(matcher);
            boolean visible = indent == 0 || (indent == MEMBER_INDENT && !owner.isEmpty());
            if (visible && !name.startsWith("_") && !KEYWORDS.matcher(name).matches()) {
                names.add(prefix + (indent == 0 ? "" : owner) + name);
            }
        }
    }

    private static String name(Matcher matcher) {
        for (int group = 2; group <= 4; group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        throw new IllegalStateException("no name in '" + matcher.group() + "'");
    }
}

package io.qpy.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of a script on the PC. It is the device's {@code /usr}, or a folder below it. */
final class ScriptFolder implements Beside {
    private static final Pattern CHANGES_PATH = Pattern.compile("\\bu?sys\\.path\\b|\\bu?os\\.chdir\\(");

    /** How many folders above a script may be {@code /usr}. */
    private static final int MOST_PARENTS = 5;

    /** How many files are read for {@link #searchesElsewhere}. */
    private static final int MOST_FILES = 200;

    private static final int MOST_BYTES = 512 * 1024;
    private static final List<String> ENDINGS = List.of(".py", ".mpy", "");

    private final Path folder;
    private Boolean searches;

    ScriptFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean hasModule(String name) {
        return has(folder, name);
    }

    private static boolean has(Path root, String name) {
        Path path = root.resolve(name.replace('.', '/'));
        return ENDINGS.stream()
                .map(ending -> path.resolveSibling(path.getFileName() + ending))
                .anyMatch(each -> {
                    boolean isPackage = each.equals(path);
                    return isPackage ? Files.isDirectory(each) : Files.isRegularFile(each);
                });
    }

    @Override
    public boolean hasFile(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    @Override
    public boolean mayHave(String name) {
        return roots().stream().anyMatch(root -> has(root, name) || has(root.resolve("usr"), name));
    }

    /** The script's folder and those above it, up to that of the project. */
    private List<Path> roots() {
        List<Path> roots = new ArrayList<>();
        for (Path each = folder; each != null && roots.size() <= MOST_PARENTS; each = each.getParent()) {
            roots.add(each);
            if (Files.exists(each.resolve(".git")) || Files.exists(each.resolve("qpy.toml"))) {
                break;
            }
        }
        return roots;
    }

    @Override
    public List<String> modules() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".py"))
                    .map(name -> name.substring(0, name.length() - ".py".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public boolean searchesElsewhere() {
        if (searches == null) {
            searches = roots().stream().limit(2).anyMatch(ScriptFolder::changesPath);
        }
        return searches;
    }

    @Override
    public boolean isImported(String name) {
        Pattern imports = Pattern.compile(
                "import\\b.*\\b" + Pattern.quote(name) + "\\b|\\b" + Pattern.quote(name) + " +import\\b");
        return roots().stream().limit(2).anyMatch(each -> mentions(each, imports));
    }

    private static boolean changesPath(Path folder) {
        return mentions(folder, CHANGES_PATH);
    }

    /** Whether a script of a folder has such a text. */
    private static boolean mentions(Path folder, Pattern text) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .limit(MOST_FILES)
                    .anyMatch(file -> mentionsIn(file, text));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean mentionsIn(Path file, Pattern text) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) <= MOST_BYTES
                    && text.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .find();
        } catch (IOException e) {
            return false;
        }
    }
}

package io.qpy.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of a script on the PC. It is the device's {@code /usr}, or a folder below it. */
final class ScriptFolder implements Beside {
    /** How many folders above a script may be {@code /usr}. */
    private static final int MOST_PARENTS = 5;

    private static final List<String> ENDINGS = List.of(".py", ".mpy", "");

    private final Path folder;
    private final Map<Path, Project> projects;

    /** {@code projects} has those that have been looked at already, by their folder. */
    ScriptFolder(Path folder, Map<Path, Project> projects) {
        this.folder = folder;
        this.projects = projects;
    }

    ScriptFolder(Path folder) {
        this(folder, new HashMap<>());
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
        try {
            return Files.isRegularFile(folder.resolve(name));
        } catch (InvalidPathException e) {
            return false; // with a zero in it, for instance
        }
    }

    @Override
    public boolean mayHave(String name) {
        return isBelow("usr", name) || project().hasModule(name);
    }

    @Override
    public boolean isBelow(String path, String name) {
        String below = path.replaceFirst("^/?usr/?", "");
        return roots().stream()
                .anyMatch(root -> has(root.resolve(below), name)
                        || has(root.resolve("usr").resolve(below), name));
    }

    /** The script's folder and those above it, up to that of the project. */
    private List<Path> roots() {
        List<Path> roots = new ArrayList<>();
        for (Path each = folder; each != null && roots.size() <= MOST_PARENTS; each = each.getParent()) {
            roots.add(each);
            if (isProject(each)) {
                break;
            }
        }
        return roots;
    }

    private static boolean isProject(Path folder) {
        return Files.exists(folder.resolve(".git")) || Files.exists(folder.resolve("qpy.toml"));
    }

    private Project project() {
        Path root = roots().stream().filter(ScriptFolder::isProject).findFirst().orElse(folder);
        return projects.computeIfAbsent(root, Project::new);
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
    public SearchPaths searchPaths() {
        return project().searchPaths(folder);
    }

    @Override
    public boolean isImported(String name) {
        return project().isImported(name);
    }
}

package io.qpy.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What tests are made of, as it is at one time: the files of their folders and of those that are {@code /usr}. */
public final class Sources {
    private final Map<Path, String> states = new TreeMap<>();

    private Sources() {}

    public static Sources of(TestPlan plan, List<TestFile> files) throws IOException {
        Sources sources = new Sources();
        Set<Path> folders = new TreeSet<>();
        for (TestFile file : files) {
            folders.add(file.path().toAbsolutePath().normalize().getParent());
            folders.add(plan.usr(file));
        }
        for (Path folder : folders) {
            Path above = folder.getParent();
            if (above == null || folders.stream().noneMatch(each -> above.startsWith(each))) {
                sources.read(folder);
            }
        }
        return sources;
    }

    private void read(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                boolean passedOver = !each.equals(folder) && Discovery.isHidden(each);
                return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                String name = each.getFileName().toString();
                if (!name.startsWith(".") && !name.endsWith("~")) {
                    states.put(each, attributes.lastModifiedTime() + " " + attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path each, IOException e) {
                return FileVisitResult.CONTINUE; // it has gone meanwhile
            }
        });
    }

    /** How many files. */
    public int count() {
        return states.size();
    }

    /** What has been changed, added or removed since. */
    public Set<Path> changesSince(Sources before) {
        Set<Path> all = new TreeSet<>(states.keySet());
        all.addAll(before.states.keySet());
        Predicate<Path> same =
                each -> states.containsKey(each) && states.get(each).equals(before.states.get(each));
        return all.stream().filter(same.negate()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The scripts and their texts. */
    Map<Path, String> scripts() {
        Map<Path, String> texts = new TreeMap<>();
        for (Path each : states.keySet()) {
            if (each.toString().endsWith(".py") && Files.isRegularFile(each)) {
                texts.put(each, text(each));
            }
        }
        return texts;
    }

    private static String text(Path script) {
        try {
            return new String(Files.readAllBytes(script), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // it has gone meanwhile
        }
    }
}

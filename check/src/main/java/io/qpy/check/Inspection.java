package io.qpy.check;

import io.qpy.module.Exposed;
import io.qpy.runtime.Script;
import io.qpy.runtime.TabReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The host object of {@code checker.py}: one script at a time, and what was found in it. */
final class Inspection {
    private final int target;
    private String file;
    private String source;
    private Predicate<String> inFolder;
    private final List<Finding> findings = new ArrayList<>();

    Inspection(int target) {
        this.target = target;
    }

    /**
     * Takes the next script.
     *
     * @param beside whether a module of that name lies beside it
     */
    void begin(String name, String text, Predicate<String> beside) {
        file = name;
        source = text;
        inFolder = beside;
        findings.clear();
    }

    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
    }

    @Exposed
    String source() {
        return source;
    }

    @Exposed
    boolean isTest() {
        return Script.isTest(Path.of(file).getFileName().toString());
    }

    @Exposed
    int target() {
        return target;
    }

    @Exposed
    String table(String name) {
        return SurfaceTable.read(name);
    }

    @Exposed
    boolean isInFolder(String module) {
        return inFolder.test(module);
    }

    @Exposed
    String fourColumnTabs(String text) {
        return TabReading.apply(text);
    }

    @Exposed
    int tabLine(String text, int from) {
        return TabReading.tabLine(text, from);
    }

    @Exposed
    void report(int line, int column, String code, String message, String advice) {
        findings.add(new Finding(file, line, column, code, message, advice));
    }
}

package io.qpy.check;

import io.qpy.device.board.Model;
import io.qpy.module.Exposed;
import io.qpy.runtime.Script;
import io.qpy.runtime.SurfaceTable;
import io.qpy.runtime.TabReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The host object of {@code check/checker.py}: one script at a time, and what was found in it. */
final class Inspection {
    private final int target;
    private String file;
    private String source;
    private Beside beside;
    private Model model;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();

    Inspection(int target) {
        this.target = target;
    }

    /**
     * Takes the next script.
     *
     * @param around what lies around it
     * @param module what it is to run on
     */
    void begin(String name, String text, Beside around, Model module) {
        file = name;
        source = text;
        beside = around;
        model = module;
        findings.clear();
        fixes.clear();
    }

    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList();
    }

    List<Fix> fixes() {
        return List.copyOf(fixes);
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

    /** Explains a name that the model lacks: [what is wrong, what to do]. Empty for other names. */
    @Exposed
    List<String> lacks(String title) {
        return model.lacks(title);
    }

    @Exposed
    boolean isInFolder(String module) {
        return beside.hasModule(module);
    }

    @Exposed
    boolean isFileInFolder(String name) {
        return beside.hasFile(name);
    }

    /** Whether another script of its folder imports it. */
    @Exposed
    boolean isImported() {
        String name = Path.of(file).getFileName().toString();
        return beside.isImported(name.endsWith(".py") ? name.substring(0, name.length() - ".py".length()) : name);
    }

    @Exposed
    boolean mayHave(String module) {
        return beside.mayHave(module);
    }

    /** The modules beside the script. */
    @Exposed
    List<String> modules() {
        return beside.modules();
    }

    /** Where modules are looked for, beside the firmware's, as the scripts name it. */
    @Exposed
    List<String> searchPaths() {
        return List.copyOf(paths().folders());
    }

    /** Whether modules are looked for where nobody can tell what lies there. */
    @Exposed
    boolean searchesElsewhere() {
        return paths().elsewhere();
    }

    /** Whether a module lies in a folder that scripts have modules looked for in. */
    @Exposed
    boolean isOnPath(String module) {
        return paths().folders().stream().anyMatch(path -> beside.isBelow(path, module));
    }

    private SearchPaths paths() {
        return SearchPaths.of(source).and(beside.searchPaths());
    }

    @Exposed
    String tabsAs(String text, int columns) {
        return TabReading.apply(text, columns);
    }

    @Exposed
    int tabLine(String text, int from) {
        return TabReading.tabLine(text, from);
    }

    @Exposed
    void report(int line, int column, String code, String message, String advice) {
        findings.add(new Finding(file, line, column, code, message, advice));
    }

    /** A change that surely takes away what was reported last. */
    @Exposed
    void fix(int line, int column, String old, String replacement) {
        fixes.add(new Fix(findings.get(findings.size() - 1), line, column, old, replacement));
    }
}

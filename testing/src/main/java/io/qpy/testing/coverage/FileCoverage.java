package io.qpy.testing.coverage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of one script has run. */
public final class FileCoverage {
    private final Path path;
    private List<Integer> lines = List.of();
    private List<Integer> branches = List.of();
    private boolean[] passed = {};

    FileCoverage(Path path) {
        this.path = path;
    }

    /**
     * A way out of a decision.
     *
     * @param line where the decision is
     * @param number 1 for the body of an if or a loop, 2 for its other way out; of a match, the cases from 1
     * @param taken whether it was
     */
    public record Branch(int line, int number, boolean taken) {}

    synchronized void points(List<Integer> markedLines, List<Integer> markedBranches) {
        if (passed.length != markedLines.size()) {
            passed = new boolean[markedLines.size()];
        }
        lines = List.copyOf(markedLines);
        branches = List.copyOf(markedBranches);
    }

    synchronized void add(byte[] marks) {
        for (int i = 0; i < Math.min(marks.length, passed.length); i++) {
            passed[i] |= marks[i] != 0;
        }
    }

    public Path path() {
        return path;
    }

    /** The lines at which statements begin, and whether one there has run. */
    public synchronized SortedMap<Integer, Boolean> lines() {
        SortedMap<Integer, Boolean> all = new TreeMap<>();
        for (int i = 0; i < passed.length; i++) {
            if (branches.get(i) == 0) {
                all.merge(lines.get(i), passed[i], Boolean::logicalOr);
            }
        }
        return all;
    }

    /** The branches of the statements that have run, in the order of their lines. */
    public synchronized List<Branch> branches() {
        List<Branch> all = new ArrayList<>();
        for (int i = 0; i < passed.length; i++) {
            if (branches.get(i) != 0) {
                all.add(new Branch(lines.get(i), branches.get(i), passed[i]));
            }
        }
        all.sort(java.util.Comparator.comparingInt(Branch::line).thenComparingInt(Branch::number));
        return all;
    }

    public Totals totals() {
        return new Totals(
                lines().size(),
                (int) lines().values().stream().filter(each -> each).count(),
                branches().size(),
                (int) branches().stream().filter(Branch::taken).count());
    }

    /** The lines that have not run, {@code 3, 7-9}, where lines between that are no statements are no gap. */
    public String missing() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        int to = 0;
        for (var line : lines().entrySet()) {
            if (!line.getValue()) {
                from = from == 0 ? line.getKey() : from;
                to = line.getKey();
            } else if (from != 0) {
                append(text, from, to);
                from = 0;
            }
        }
        if (from != 0) {
            append(text, from, to);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int from, int to) {
        text.append(text.isEmpty() ? "" : ", ").append(from).append(from == to ? "" : "-" + to);
    }
}

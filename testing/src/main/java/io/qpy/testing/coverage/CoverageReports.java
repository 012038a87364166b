package io.qpy.testing.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has run, to be read by people and tools. */
public final class CoverageReports {
    private static final String STYLE = "body{font-family:sans-serif}pre{margin:0}table{border-collapse:collapse}"
            + "td,th{padding:.1em .6em;text-align:right}td:first-child,th:first-child{text-align:left}"
            + ".run{background:#dfd}.missed{background:#fdd}.partly{background:#ffd}";

    private final Coverage coverage;
    private final Path base;

    /** Paths are shown from {@code base} on. */
    public CoverageReports(Coverage coverage, Path base) {
        this.coverage = coverage;
        this.base = base;
    }

    private String name(FileCoverage file) {
        Path path = file.path();
        return (path.startsWith(base) ? base.relativize(path) : path).toString();
    }

    private Totals total() {
        return coverage.files().stream().map(FileCoverage::totals).reduce(Totals.NONE, Totals::plus);
    }

    /** A table for a terminal, a line each. */
    public List<String> table() {
        int width = coverage.files().stream()
                .mapToInt(each -> name(each).length())
                .max()
                .orElse(0);
        String format = "%-" + Math.max(width, 5) + "s  %6s  %6s  %8s  %8s  %s";
        List<String> rows = new ArrayList<>();
        rows.add(row(format, "", "lines", "run", "branches", "taken", "not run"));
        coverage.files().forEach(each -> rows.add(row(format, name(each), each.totals(), each.missing())));
        rows.add(row(format, "total", total(), ""));
        return rows;
    }

    private static String row(String format, String name, Totals totals, String missing) {
        return row(
                format, name, totals.lines(), totals.linePercent(), totals.branches(), totals.branchPercent(), missing);
    }

    private static String row(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells).stripTrailing();
    }

    /** In lcov's tracefile format. */
    public void lcov(Path target) throws IOException {
        StringBuilder text = new StringBuilder();
        for (FileCoverage file : coverage.files()) {
            text.append("TN:\nSF:").append(file.path()).append('\n');
            file.lines().forEach((line, run) -> text.append("DA:" + line + "," + (run ? 1 : 0) + "\n"));
            file.branches().forEach(each -> text.append(branch(file, each)));
            Totals totals = file.totals();
            text.append("BRF:" + totals.branches() + "\nBRH:" + totals.branchesTaken() + "\n");
            text.append("LF:" + totals.lines() + "\nLH:" + totals.linesRun() + "\nend_of_record\n");
        }
        Files.writeString(target, text);
    }

    private static String branch(FileCoverage file, FileCoverage.Branch branch) {
        boolean decided = file.lines().getOrDefault(branch.line(), false);
        String taken = decided ? branch.taken() ? "1" : "0" : "-";
        return "BRDA:" + branch.line() + ",0," + (branch.number() - 1) + "," + taken + "\n";
    }

    /** A page that lists the files, and a page for each with its lines in colours. */
    public void html(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder index = new StringBuilder("<table><tr><th>file<th>lines<th>run<th>branches<th>taken</tr>\n");
        int number = 0;
        for (FileCoverage file : coverage.files()) {
            String page = "file" + number++ + ".html";
            index.append(cells("<a href=\"" + page + "\">" + escaped(name(file)) + "</a>", file.totals()));
            Files.writeString(folder.resolve(page), page(name(file), source(file)));
        }
        index.append(cells("total", total())).append("</table>");
        Files.writeString(folder.resolve("index.html"), page("Coverage", index.toString()));
    }

    private static String cells(String name, Totals totals) {
        return "<tr><td>" + name + "<td>" + totals.lines() + "<td>" + totals.linePercent() + "<td>" + totals.branches()
                + "<td>" + totals.branchPercent() + "</tr>\n";
    }

    private static String source(FileCoverage file) throws IOException {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String line : Files.readAllLines(file.path())) {
            number++;
            text.append("<pre class=\"").append(state(file, number)).append("\">");
            text.append(String.format(Locale.ROOT, "%5d  ", number))
                    .append(escaped(line))
                    .append("</pre>\n");
        }
        return text.toString();
    }

    private static String state(FileCoverage file, int line) {
        Boolean run = file.lines().get(line);
        if (run == null) {
            return "";
        }
        boolean partly = file.branches().stream().anyMatch(each -> each.line() == line && !each.taken());
        return run ? partly ? "partly" : "run" : "missed";
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>" + escaped(title) + "</title>\n<style>" + STYLE
                + "</style>\n<h1>" + escaped(title) + "</h1>\n" + body + "\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

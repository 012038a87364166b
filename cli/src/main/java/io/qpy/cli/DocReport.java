package io.qpy.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qpy.cli.DocResult.Verdict;
import io.qpy.cli.doc.Block;
import io.qpy.cli.doc.Difference;
import io.qpy.device.Notice;
import io.qpy.start.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code qpy doc} shows: a row for each block as it ends, and the counts; or all of it as JSON. */
final class DocReport {
    private static final int HEADING = 40; // columns, at most
    private static final String CLEAR_LINE = "\r\033[K";

    private final Terminal terminal;
    private final DeviceOptions options;
    private final boolean json;
    private final int placeWidth;
    private final int headingWidth;
    private final int blocks;
    private final List<DocResult> results = new ArrayList<>();
    private String output = "";
    private List<Notice> said = List.of();

    DocReport(Terminal terminal, DeviceOptions options, boolean json, List<DocFile> documents) {
        this.terminal = terminal;
        this.options = options;
        this.json = json;
        blocks = documents.stream().mapToInt(each -> each.blocks().size()).sum();
        placeWidth = documents.stream()
                .flatMap(file -> file.blocks().stream().map(block -> place(file, block)))
                .mapToInt(DocReport::width)
                .max()
                .orElse(0);
        headingWidth = documents.stream()
                .flatMap(file -> file.blocks().stream())
                .mapToInt(block -> width(shortened(block.heading())))
                .max()
                .orElse(0);
    }

    private static String place(DocFile file, Block block) {
        return file.name() + ":" + block.line();
    }

    /** A block begins; a person sees which. */
    void begin(DocFile file, Block block) {
        output = "";
        said = List.of();
        if (terminal.isInteractive() && !options.quiet) {
            terminal.errorText().print(CLEAR_LINE + (results.size() + 1) + "/" + blocks + " " + place(file, block));
            terminal.errorText().flush();
        }
    }

    /** What the present block printed, and what qpy said about it. */
    void printed(String text, List<Notice> notices) {
        output = text;
        said = List.copyOf(notices);
    }

    /** The block has ended. */
    void end(DocResult result) {
        results.add(result);
        if (terminal.isInteractive() && !options.quiet) {
            terminal.errorText().print(CLEAR_LINE);
            terminal.errorText().flush();
        }
        if (json || (options.quiet && result.verdict() != Verdict.FAILED)) {
            return;
        }
        terminal.print((options.verbose ? "== " : "") + row(result));
        if (options.verbose) {
            if (!output.isEmpty()) {
                terminal.print(output.stripTrailing());
            }
            said.forEach(terminal::say);
        }
    }

    private String row(DocResult result) {
        String heading = shortened(result.block().heading());
        return String.format(
                        Locale.ROOT,
                        "%s  %s  %-7s  %6.2f s  %s",
                        padded(result.place(), placeWidth),
                        padded(heading, headingWidth),
                        result.verdict().word(),
                        result.seconds(),
                        result.reason())
                .stripTrailing();
    }

    /** The counts, or the list of JSON objects. */
    void summary(boolean interrupted) throws IOException {
        if (json) {
            terminal.print(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(results.stream().map(Row::of).toList()));
            return;
        }
        StringBuilder counts = new StringBuilder(interrupted ? "interrupted: " : "");
        counts.append(count(Verdict.PASSED))
                .append(" passed, ")
                .append(count(Verdict.FAILED))
                .append(" failed");
        for (Verdict each : List.of(Verdict.PLACEHOLDER, Verdict.ENDLESS)) {
            if (count(each) > 0) {
                counts.append(", ").append(count(each)).append(' ').append(each.counted());
            }
        }
        terminal.print(counts.toString());
    }

    private long count(Verdict verdict) {
        return results.stream().filter(each -> each.verdict() == verdict).count();
    }

    boolean anyFailure() {
        return count(Verdict.FAILED) > 0;
    }

    /** A block as a program reads it; {@code at} is the document's line that differs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Row(
            String file,
            int line,
            String heading,
            String kind,
            String verdict,
            String cause,
            String reason,
            Integer at,
            String expected,
            String got,
            double seconds) {
        static Row of(DocResult result) {
            DocProblem problem = result.problem();
            Difference difference = problem == null ? null : problem.difference();
            return new Row(
                    result.file(),
                    result.block().line(),
                    result.block().heading(),
                    result.block().isTranscript() ? "transcript" : "script",
                    name(result.verdict()),
                    problem == null ? null : name(problem.cause()),
                    problem == null ? null : problem.reason(),
                    difference == null ? null : difference.line(),
                    difference == null ? null : difference.expected(),
                    difference == null ? null : difference.got(),
                    result.seconds());
        }

        private static String name(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - width(text));
    }

    private static String shortened(String heading) {
        if (width(heading) <= HEADING) {
            return heading;
        }
        int end = heading.length();
        while (width(heading.substring(0, end)) >= HEADING) {
            end = heading.offsetByCodePoints(end, -1);
        }
        return heading.substring(0, end) + "…";
    }

    /** Columns on a terminal: a Chinese character takes two. */
    private static int width(String text) {
        return text.codePoints()
                .map(c -> Character.isIdeographic(c) || c >= 0xff00 ? 2 : 1)
                .sum();
    }
}

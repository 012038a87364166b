package io.qpy.cli;

import io.qpy.check.Checker;
import io.qpy.check.Finding;
import io.qpy.device.Code;
import io.qpy.device.board.Model;
import io.qpy.runtime.Interpreter;
import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qpy check}: what the module would refuse, before the module does. */
@Command(
        name = "check",
        description = "Find what scripts have that the module would refuse, without running them.",
        footer = {
            "",
            "A line for each finding: file:line:column: code: what is wrong. What to do.",
            "'qpy explain CODE' has a page about each code.",
            "Exit codes: 0 nothing found, 1 something found, 2 usage.",
            "",
            "Examples:",
            "  qpy check main.py",
            "  qpy check .",
            "  qpy check --target 2026 *.py",
            "  qpy check --fix --diff .",
            "  qpy check --format sarif . > findings.sarif"
        })
final class CheckCommand implements Callable<Integer>, SharingCommand {
    /** The exit code where a script could not be read. */
    private static final int UNREAD = 2;

    private final TargetOption target = new TargetOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "How the findings are printed: text (default), json, sarif (SARIF 2.1.0) or github (annotations).")
    private String format = "text";

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(
            names = "--fix",
            description =
                    "Change the scripts where that surely keeps what they mean: the spelling of modules, usr in imports, "
                            + "paths of open(). Each change is told on stderr.")
    private boolean fixes;

    @Option(names = "--diff", description = "With --fix: print the changes as a diff, and change nothing.")
    private boolean diff;

    /** What {@code qpy explain} was called before, and is in scripts of people. */
    @Option(names = "--explain", arity = "0..1", fallbackValue = "", paramLabel = "CODE", hidden = true)
    private String code;

    @Parameters(arity = "0..*", paramLabel = "FILE.py", description = "The scripts, or folders of them.")
    private List<Path> files = List.of();

    private boolean unread;

    /** Of the folders that were looked into. */
    private final Map<Path, Model> models = new HashMap<>();

    private final Invocation invocation;
    private final Terminal terminal;

    CheckCommand(Invocation invocation) {
        this.invocation = invocation;
        terminal = invocation.terminal();
    }

    @Override
    public void addShared(CommandSpec spec) {
        target.addTo(spec);
    }

    @Override
    public Integer call() throws IOException {
        if (code != null) {
            return new ExplainCommand(terminal).explain(code.isEmpty() ? null : code);
        }
        if (files.isEmpty()) {
            throw new UsageException(
                    Code.USAGE,
                    "check: name a script, for instance main.py, or a folder ('qpy help check' shows what there is)");
        }
        FindingFormat printed = printed();
        if (diff && !fixes) {
            throw new UsageException(Code.USAGE, "check: --diff goes with --fix");
        }
        if (diff && !printed.isLines()) {
            throw new UsageException(Code.USAGE, "check: --diff goes with --format text or github");
        }
        List<Path> scripts = NamedFiles.of(files, invocation.folder(), NamedFiles.Kind.SCRIPT);
        List<Finding> all = new ArrayList<>();
        Interpreter interpreter = invocation.interpreter();
        try (Progress progress = new Progress(terminal, "scripts", scripts.size())) {
            Checker checker = new Checker(interpreter, target.value());
            CheckFixes fixer = new CheckFixes(checker, terminal, diff);
            for (int i = 0; i < scripts.size(); i++) {
                progress.at(i);
                List<Finding> findings = findings(checker, fixer, scripts.get(i), progress);
                if (printed.isLines() && !findings.isEmpty()) {
                    progress.clear();
                    terminal.print(printed.of(findings));
                }
                all.addAll(findings);
            }
        } finally {
            invocation.end(interpreter);
        }
        if (!printed.isLines()) {
            terminal.print(printed.of(all));
        }
        if (unread) {
            return UNREAD;
        }
        return all.isEmpty() ? 0 : 1;
    }

    /** The findings of one script; none, after a line that says so, of one that cannot be read. */
    private List<Finding> findings(Checker checker, CheckFixes fixer, Path file, Progress progress) throws IOException {
        Path there = invocation.folder().resolve(file);
        try {
            checker.runsOn(models.computeIfAbsent(there.toAbsolutePath().getParent(), ConfiguredModel::of));
            List<Finding> findings = checker.check(file.toString(), there);
            if (!fixes) {
                return findings;
            }
            progress.clear();
            return fixer.apply(file.toString(), there, findings);
        } catch (NoSuchFileException | AccessDeniedException e) {
            boolean gone = e instanceof NoSuchFileException;
            progress.clear();
            terminal.say(
                    Code.FILE_ARGUMENT,
                    file + (gone ? " is not there any more" : " cannot be read: permission denied"));
            unread = true;
            return List.of();
        }
    }

    private FindingFormat printed() {
        String wanted = json ? "json" : format;
        List<String> known = Arrays.stream(FindingFormat.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(wanted)) {
            throw new UsageException(
                    Code.USAGE, "--format: there is no format '" + wanted + "', only " + String.join(", ", known));
        }
        if (json && !format.equals("text") && !format.equals("json")) {
            throw new UsageException(
                    Code.USAGE, "check: --json and --format " + format + " are two formats: leave one out");
        }
        return FindingFormat.valueOf(wanted.toUpperCase(Locale.ROOT));
    }
}

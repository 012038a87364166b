package io.qpy.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qpy.check.Checker;
import io.qpy.check.Finding;
import io.qpy.device.Code;
import io.qpy.runtime.Interpreter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            "  qpy check --target 2026 *.py"
        })
final class CheckCommand implements Callable<Integer>, SharingCommand {
    private final TargetOption target = new TargetOption();

    @Option(names = "--json", description = "Print the findings as a list of JSON objects.")
    private boolean json;

    @Parameters(arity = "0..*", paramLabel = "FILE.py", description = "The scripts, or folders of them.")
    private List<Path> files = List.of();

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
        if (files.isEmpty()) {
            throw new UsageException(
                    Code.USAGE,
                    "check: name a script, for instance main.py, or a folder ('qpy help check' shows what there is)");
        }
        List<Path> scripts = NamedFiles.of(files, invocation.folder(), NamedFiles.Kind.SCRIPT);
        List<Finding> findings = new ArrayList<>();
        try (Interpreter interpreter = invocation.interpreter()) {
            Checker checker = new Checker(interpreter, target.value());
            for (Path file : scripts) {
                findings.addAll(checker.check(file.toString(), there(file)));
            }
        }
        print(findings);
        return findings.isEmpty() ? 0 : 1;
    }

    private Path there(Path file) {
        return invocation.folder().resolve(file);
    }

    private void print(List<Finding> findings) throws IOException {
        if (json) {
            terminal.print(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(findings));
        } else {
            findings.forEach(each -> terminal.print(each.toString()));
        }
    }
}

package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.start.Interrupts;
import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qpy doc}: runs the python blocks of documents. */
@Command(
        name = "doc",
        description =
                "Run the python blocks of Markdown documents: each script on a fresh device of its own, the "
                        + "transcripts (>>>) of a document one after the other at one prompt, where what is printed is compared.",
        footer = {
            "",
            "Compared loosely: numbers, addresses, serial numbers and white space are aside, and nothing is compared where",
            "the document shows no output. A row for each block: ok, FAIL, 'fill in' (it fails for want of a key or a name",
            "that the reader is to fill in), 'runs on' (an endless loop, stopped after 10 s or --timeout; other blocks have",
            "60 s).",
            "",
            "Exit codes: 0 no block failed, 1 one did (FAIL), 2 usage (no such document, no python block), 130 interrupted.",
            "",
            "Examples:",
            "  qpy doc README.md",
            "  qpy doc -v docs/quecpython-third-party.md",
            "  qpy doc --json --timeout 10s docs"
        })
final class DocCommand implements Callable<Integer>, SharingCommand {
    private static final int INTERRUPTED = 130;

    private final DeviceOptions options = new DeviceOptions();

    private final StrictCheck check = new StrictCheck();

    @Option(names = "--json", description = "Print the rows as a list of JSON objects.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE.md", description = "The documents, or folders of them.")
    private List<Path> files;

    private final Invocation invocation;
    private final Terminal terminal;

    DocCommand(Invocation invocation) {
        this.invocation = invocation;
        terminal = invocation.terminal();
    }

    @Override
    public void addShared(CommandSpec spec) {
        options.addTo(spec);
        check.addTo(spec);
    }

    @Override
    public Integer call() throws IOException {
        List<DocFile> documents = new ArrayList<>();
        for (Path file : NamedFiles.of(files, invocation.folder(), NamedFiles.Kind.DOCUMENT)) {
            documents.add(DocFile.read(file, invocation.folder()));
        }
        documents.forEach(this::explain);
        if (documents.stream().allMatch(each -> each.blocks().isEmpty())) {
            throw new UsageException(
                    Code.NO_BLOCK, "doc: there is nothing to run; a python block begins with a line ```python");
        }
        DocReport report = new DocReport(terminal, options, json, documents);
        boolean interrupted = !run(documents, report);
        report.summary(interrupted);
        if (interrupted) {
            return INTERRUPTED;
        }
        return report.anyFailure() ? 1 : 0;
    }

    /** Runs all; whether the person has not interrupted it, in a block or between two. */
    private boolean run(List<DocFile> documents, DocReport report) {
        AtomicBoolean interrupted = new AtomicBoolean();
        Interrupts interrupts = Interrupts.to(() -> interrupted.set(true));
        try {
            return run(documents, report, interrupted::get);
        } finally {
            interrupts.restore();
        }
    }

    private boolean run(List<DocFile> documents, DocReport report, BooleanSupplier interrupted) {
        try (DocInterpreters interpreters = new DocInterpreters(invocation.runtime())) {
            interpreters.giveBack(interpreters.take()); // so that the first block's time is its own
            for (DocFile document : documents) {
                try (DocRun run = new DocRun(invocation, interpreters, options, check, report, document)) {
                    if (!run.run(interrupted)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /** Says what in a document is not run. */
    private void explain(DocFile document) {
        if (document.unclosed() > 0) {
            terminal.say(
                    Code.NO_BLOCK,
                    document.name() + ":" + document.unclosed()
                            + ": this fence is not closed: nothing after it is run");
        } else if (document.blocks().isEmpty()) {
            terminal.say(Code.NO_BLOCK, document.name() + " has no python block");
        }
    }
}

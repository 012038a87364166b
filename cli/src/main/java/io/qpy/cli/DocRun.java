package io.qpy.cli;

import io.qpy.check.Finding;
import io.qpy.cli.DocResult.Cause;
import io.qpy.cli.DocResult.Verdict;
import io.qpy.cli.doc.Block;
import io.qpy.cli.doc.EndlessLoop;
import io.qpy.cli.doc.Placeholders;
import io.qpy.device.Code;
import io.qpy.device.Notice;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Script;
import io.qpy.start.Invocation;
import io.qpy.wiring.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs the blocks of one document: each script on a device of its own, all transcripts at one prompt. */
final class DocRun implements AutoCloseable {
    private static final Duration BLOCK_TIME = Duration.ofSeconds(60);
    private static final Duration ENDLESS_TIME = Duration.ofSeconds(10);
    private static final int TIMED_OUT = 42;

    private final Invocation invocation;
    private final DocInterpreters interpreters;
    private final DeviceOptions options;
    private final StrictCheck check;
    private final DocReport report;
    private final DocFile document;
    private final Path folder;
    private final Config config;
    private final DocNames names = new DocNames();
    private DocDevice page; // the transcripts' device; null before the first and after one that had to be stopped

    DocRun(
            Invocation invocation,
            DocInterpreters interpreters,
            DeviceOptions options,
            StrictCheck check,
            DocReport report,
            DocFile document) {
        this.invocation = invocation;
        this.interpreters = interpreters;
        this.options = options;
        this.check = check;
        this.report = report;
        this.document = document;
        folder = document.path().getParent();
        config = Config.of(folder);
    }

    /**
     * Runs the blocks in order.
     *
     * @param interrupted whether the person has ended it between two blocks
     * @return whether the person has not ended it
     */
    boolean run(BooleanSupplier interrupted) {
        for (Block block : document.blocks()) {
            if (interrupted.getAsBoolean()) {
                return false;
            }
            report.begin(document, block);
            long start = System.nanoTime();
            DocProblem problem = timed(block, names.explained(block, problem(block)));
            names.add(block, problem == null);
            DocResult result = result(block, problem, (System.nanoTime() - start) / 1e9);
            report.end(result);
            if (result.isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    private DocProblem problem(Block block) {
        if (!block.closed()) {
            return new DocProblem(
                    Cause.UNCLOSED,
                    "the fence is not closed: end the block with a line of the same marks",
                    null,
                    block.source());
        }
        return block.isTranscript() ? transcript(block) : script(block);
    }

    private DocProblem script(Block block) {
        Script script = Script.of(document.path().getFileName().toString(), atItsLine(block));
        Optional<Finding> refusal = options.strict ? refusal(script) : Optional.empty();
        if (refusal.isPresent()) {
            return new DocProblem(Cause.REFUSED, refusal.get().toString(), null, block.source());
        }
        try (Limits limits = limits(block);
                DocDevice device = new DocDevice(interpreters, options, config)) {
            DocProblem problem = new DocScript(device, limits).run(script);
            report.printed(device.output().text(), device.said());
            return problem;
        }
    }

    /** Its text on the lines that it has in the document, so that tracebacks name them. */
    private static String atItsLine(Block block) {
        return "\n".repeat(block.line()) + block.source();
    }

    private Optional<Finding> refusal(Script script) {
        Interpreter interpreter = interpreters.take();
        List<Finding> findings = check.findings(interpreter, script, folder);
        interpreters.giveBack(interpreter);
        return findings.stream().findFirst();
    }

    private DocProblem transcript(Block block) {
        if (page == null) {
            page = new DocDevice(interpreters, options, config);
        }
        page.said().clear();
        try (Limits limits = limits(block)) {
            DocPrompt prompt = new DocPrompt(page, limits);
            DocProblem problem = prompt.run(block);
            report.printed(prompt.printed(), page.said());
            if (!page.isOn()) {
                closePage();
            }
            return problem;
        }
    }

    private Limits limits(Block block) {
        return new Limits(time(block), () -> halt(block));
    }

    private Duration time(Block block) {
        if (options.timeout != null) {
            return options.timeout;
        }
        return EndlessLoop.isMain(block.code()) ? ENDLESS_TIME : BLOCK_TIME;
    }

    /** A problem with how long the block has had, if it was stopped. */
    private DocProblem timed(Block block, DocProblem problem) {
        if (problem == null || problem.cause() != Cause.STOPPED) {
            return problem;
        }
        String kind = EndlessLoop.isIn(block.code()) ? "an endless loop" : "--timeout gives it longer";
        return problem.because(Cause.STOPPED, "after " + time(block).toMillis() / 1000.0 + " s; " + kind);
    }

    /** The blocks after it are not run. */
    private void halt(Block block) {
        invocation.halt(
                Notice.of(
                        Code.TIMEOUT,
                        document.name() + ":" + block.line()
                                + ": this block cannot be stopped (--timeout); those after it have not been run"),
                TIMED_OUT);
    }

    private DocResult result(Block block, DocProblem problem, double seconds) {
        if (problem == null) {
            return new DocResult(document.name(), block, Verdict.PASSED, null, seconds);
        }
        Optional<String> placeholder = placeholder(problem);
        if (placeholder.isPresent()) {
            DocProblem left = problem.withPlaceholder(placeholder.get());
            return new DocResult(document.name(), block, Verdict.PLACEHOLDER, left, seconds);
        }
        boolean endless = problem.cause() == Cause.STOPPED && EndlessLoop.isIn(block.code());
        return new DocResult(document.name(), block, endless ? Verdict.ENDLESS : Verdict.FAILED, problem, seconds);
    }

    /** What the reader is to fill in, and can be why it fails. */
    private static Optional<String> placeholder(DocProblem problem) {
        String missing = problem.missingName();
        return switch (problem.cause()) {
            case INTERRUPTED, REFUSED, UNCLOSED, FOLLOWS -> Optional.empty();
            default ->
                missing.isEmpty()
                        ? Placeholders.in(problem.code())
                        : Optional.of(missing).filter(Placeholders::isOne);
        };
    }

    private void closePage() {
        page.close();
        page = null;
    }

    @Override
    public void close() {
        if (page != null) {
            closePage();
        }
    }
}

package io.qpy.cli;

import io.qpy.check.Finding;
import io.qpy.device.Console;
import io.qpy.device.Flash;
import io.qpy.device.Notices;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Config;
import io.qpy.wiring.Modules;
import io.qpy.wiring.Wiring;
import io.qpy.wiring.WorldTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code qpy doc}: the python blocks of documents, each as a script of its own on a fresh device. */
@Command(
        name = "doc",
        description = "Run every python block of a Markdown document as a script of its own, on a fresh device.",
        footer = {"", "Exit code 1 when a block fails.", "", "Example:", "  qpy doc -v docs/quecpython-third-party.md"})
final class DocCommand implements Callable<Integer>, SharingCommand {
    private static final Duration BLOCK_TIME = Duration.ofSeconds(60);
    private static final int TIMED_OUT = 42;

    private final DeviceOptions options = new DeviceOptions();

    private final StrictCheck check = new StrictCheck();

    @Parameters(arity = "1..*", paramLabel = "FILE.md", description = "The documents.")
    private List<Path> files;

    private final Terminal terminal;

    DocCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** How one block went. */
    private record Result(DocBlock block, boolean passed, String reason, double seconds) {}

    @Override
    public void addShared(CommandSpec spec) {
        options.addTo(spec);
        check.addTo(spec);
    }

    @Override
    public Integer call() throws IOException {
        List<Result> results = new ArrayList<>();
        QpyRuntime runtime = new QpyRuntime(Modules.all());
        for (Path file : files) {
            for (DocBlock block : DocBlock.of(read(file))) {
                results.add(run(runtime, file, block));
            }
        }
        print(results);
        return results.stream().allMatch(Result::passed) ? 0 : 1;
    }

    private static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    file + (Files.isDirectory(file) ? " is a folder, not a document" : " does not exist"));
        }
        return Files.readString(file);
    }

    private Result run(QpyRuntime runtime, Path file, DocBlock block) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        List<String> said = new CopyOnWriteArrayList<>();
        Console console = new Console(InputStream.nullInputStream(), output, output);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Config config = Config.of(folder);
        Script script = Script.of(file.getFileName() + ":" + block.line(), block.source());
        long start = System.nanoTime();
        Interpreter interpreter = runtime.prepare();
        List<Finding> refusals = options.strict ? check.findings(interpreter, script, folder) : List.of();
        if (!refusals.isEmpty()) {
            interpreter.close();
            return new Result(block, false, refusals.get(0).toString(), seconds(start));
        }
        Outcome outcome;
        Duration time = options.timeout == null ? BLOCK_TIME : options.timeout;
        try (Limits limits = new Limits(time, () -> halt(script));
                Wiring wiring = new Wiring(
                        options.policy(),
                        config,
                        new Notices(said::add),
                        Clouds.forgetful(config, WorldTime.real()),
                        null);
                Session session =
                        runtime.start(interpreter, wiring.device(Flash.inMemory(), console), options.strict)) {
            outcome = limits.run(session, script);
        }
        String text = output.toString(StandardCharsets.UTF_8);
        if (options.verbose) {
            show(script.name(), text, said);
        }
        return new Result(block, outcome.exitCode() == 0, reason(outcome, text, said), seconds(start));
    }

    /** The blocks after it are not run. */
    private void halt(Script script) {
        try {
            terminal.say(
                    script.name() + ": this block cannot be stopped (--timeout); those after it have not been run");
        } finally {
            Runtime.getRuntime().halt(TIMED_OUT);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void show(String name, String text, List<String> said) {
        terminal.print("== " + name);
        if (!text.isEmpty()) {
            terminal.print(text.stripTrailing());
        }
        said.forEach(terminal::say);
    }

    /** Why a block failed, in one line; empty for one that passed. */
    private static String reason(Outcome outcome, String text, List<String> said) {
        String explained = said.isEmpty() ? "" : " (" + said.get(said.size() - 1) + ")";
        return switch (outcome.ending()) {
            case FINISHED -> outcome.exitCode() == 0 ? "" : "sys.exit(" + outcome.exitCode() + ")";
            case SWITCHED_OFF, RESTARTED -> "";
            case TIMED_OUT ->
                "stopped by --timeout" + (outcome.where().isEmpty() ? "" : " at " + outcome.where()) + explained;
            case INTERRUPTED -> "interrupted";
            case EXCEPTION, BUG -> lastLine(text) + explained;
        };
    }

    private static String lastLine(String text) {
        String stripped = text.stripTrailing();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }

    private void print(List<Result> results) {
        int width = results.stream()
                .mapToInt(each -> width(each.block.heading()))
                .max()
                .orElse(0);
        for (Result each : results) {
            String padding = " ".repeat(width - width(each.block.heading()));
            terminal.print(String.format(
                            Locale.ROOT,
                            "%s%s  %5d  %-4s  %6.2f s  %s",
                            each.block.heading(),
                            padding,
                            each.block.line(),
                            each.passed ? "ok" : "FAIL",
                            each.seconds,
                            each.reason)
                    .stripTrailing());
        }
        long passed = results.stream().filter(Result::passed).count();
        terminal.print(passed + " passed, " + (results.size() - passed) + " failed");
    }

    /** Columns on a terminal: a Chinese character takes two. */
    private static int width(String text) {
        return text.codePoints()
                .map(c -> Character.isIdeographic(c) || c >= 0xff00 ? 2 : 1)
                .sum();
    }
}

package io.qpy.cli;

import io.qpy.device.Console;
import io.qpy.device.Flash;
import io.qpy.device.Notices;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qpy run}: a script as the device's main program. */
@Command(
        name = "run",
        description = "Run a script as the device's main program.",
        footer = {
            "",
            "Its folder is the device's /usr; what it writes there goes to the device's storage, never to the folder.",
            "",
            "Examples:",
            "  qpy run main.py",
            "  qpy run --fresh --timeout 30s main.py",
            "  qpy run --net real main.py"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private DeviceOptions options;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The stored device (default: default).")
    private String deviceName;

    @Option(names = "--fresh", description = "A throw-away device; nothing is stored.")
    private boolean fresh;

    @Parameters(index = "0", paramLabel = "FILE.py", description = "The script.")
    private Path file;

    @Parameters(index = "1..*", paramLabel = "ARG", description = "Its arguments, sys.argv[1:].")
    private List<String> arguments = List.of();

    private final Terminal terminal;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Script script = read();
        Path folder = file.toAbsolutePath().normalize().getParent();
        Config config = Config.of(folder);
        DeviceStore store = DeviceStore.ofUser();
        Flash flash = fresh ? Flash.inMemory(folder) : Flash.stored(store.flash(deviceName), folder);
        Notices notices = options.quiet ? Notices.discarding() : new Notices(terminal::say);
        Clouds clouds = fresh ? Clouds.forgetful(config) : Clouds.remembering(config, store.home(), notices);
        Console console = new Console(terminal.input(), terminal.output(), terminal.errors());
        try (Wiring wiring = new Wiring(options, config, notices, clouds, store.home());
                Session session = new QpyRuntime(Modules.all()).start(wiring.device(flash, console), options.strict)) {
            Outcome outcome = new Limits(options.timeout).run(session, script);
            explain(outcome, session);
            return outcome.exitCode();
        }
    }

    private void explain(Outcome outcome, Session session) {
        if (outcome.ending() == Outcome.Ending.TIMED_OUT) {
            String where = outcome.where().isEmpty() ? file.getFileName().toString() : outcome.where();
            terminal.say(where + ": stopped after " + options.timeout.toMillis() / 1000.0 + " s (--timeout)");
        }
        if (outcome.ending() == Outcome.Ending.BUG && options.trace) {
            session.bugCause().printStackTrace(terminal.errorText());
        }
    }

    private Script read() throws IOException {
        if (Files.isDirectory(file)) {
            throw new UsageException(
                    file + " is a folder: name the script in it, for instance " + file.resolve("main.py"));
        }
        try {
            return Script.read(file, arguments);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new UsageException(file + " does not exist" + similar(), e);
        } catch (AccessDeniedException e) {
            throw new UsageException(file + " cannot be read: permission denied", e);
        } catch (CharacterCodingException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** The nearest script in the folder, as a hint. */
    private String similar() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return ", nor does the folder " + folder;
        }
        try (var entries = Files.list(folder)) {
            List<String> scripts = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(".py"))
                    .toList();
            return Nearest.to(file.getFileName().toString(), scripts)
                    .map(name -> "; did you mean " + file.resolveSibling(name) + "?")
                    .orElse("");
        }
    }
}

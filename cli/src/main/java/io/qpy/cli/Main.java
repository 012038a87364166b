package io.qpy.cli;

import io.qpy.sandbox.net.SandboxException;
import io.qpy.wiring.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code qpy}. */
@Command(
        name = "qpy",
        description = "Runs QuecPython scripts on this PC, on a simulated device and a sandbox of real servers.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisHeading = "Usage: ",
        footer = {
            "",
            "Exit codes: 0, the script's own sys.exit(n), 1 an uncaught exception, 2 usage, 42 time-out, 70 a bug in qpy,",
            "130 interrupted.",
            "",
            "Examples:",
            "  qpy main.py                 run a script",
            "  qpy doc README.md           run the python blocks of a document",
            "  qpy help run                the options of a command"
        })
public final class Main implements Runnable {
    private static final int BUG = 70;

    @Spec
    private CommandSpec spec;

    private final Invocation invocation;
    private final Terminal terminal;

    private Main(Invocation invocation) {
        this.invocation = invocation;
        terminal = invocation.terminal();
    }

    public static void main(String[] arguments) {
        System.exit(execute(Invocation.ofProcess(), arguments));
    }

    /** Runs a command; its exit code. */
    static int execute(Invocation invocation, String... arguments) {
        return new Main(invocation).execute(arguments);
    }

    /** What makes each command, in the order of the help. */
    private static Map<String, Function<Invocation, Object>> commands() {
        Map<String, Function<Invocation, Object>> all = new LinkedHashMap<>();
        all.put("run", RunCommand::new);
        all.put("doc", call -> new DocCommand(call.terminal()));
        all.put("test", call -> new TestCommand(call.terminal()));
        all.put("repl", ReplCommand::new);
        all.put("serve", ServeCommand::new);
        all.put("exec", ExecCommand.Exec::new);
        all.put("eval", ExecCommand.Eval::new);
        all.put("fs", call -> new FsCommand(call.terminal()));
        all.put("check", CheckCommand::new);
        all.put("sandbox", call -> new SandboxCommand(call.terminal()));
        all.put("cloud", call -> new CloudCommand(call.terminal()));
        all.put("tls", call -> new TlsCommand(call.terminal()));
        all.put("device", call -> new DeviceCommand(call.terminal()));
        all.put("modules", call -> new ModulesCommand(call.terminal()));
        all.put("doctor", call -> new DoctorCommand(call.terminal()));
        return all;
    }

    private int execute(String... given) {
        Map<String, Function<Invocation, Object>> commands = commands();
        String[] arguments = withRun(commands.keySet(), given);
        String named = arguments.length == 0 ? "" : arguments[0];
        if (named.equals("run") || named.equals("check")) {
            invocation.expectScript();
        } else if (named.equals("repl")) {
            invocation.expectPrompt();
        }
        CommandLine command = new CommandLine(this);
        // Making all of them takes a tenth of a second.
        commands.forEach((name, maker) -> {
            if (name.equals(named) || !commands.containsKey(named)) {
                command.addSubcommand(name, maker.apply(invocation));
            }
        });
        command.getSubcommands().values().forEach(each -> each.getCommandSpec().mixinStandardHelpOptions(true));
        if (!commands.containsKey(named)) {
            command.addSubcommand(new CommandLine.HelpCommand());
        }
        command.setOut(new PrintWriter(terminal.outputText(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.errorText(), true, StandardCharsets.UTF_8))
                .setStopAtPositional(false)
                .setParameterExceptionHandler((e, args) -> usage(e))
                .setExecutionExceptionHandler((e, failed, result) -> failure(e, failed.getCommandSpec()));
        CommandLine run = command.getSubcommands().get("run");
        if (run != null) {
            run.setStopAtPositional(true);
        }
        return command.execute(arguments);
    }

    /** {@code qpy main.py} is {@code qpy run main.py}, so are -c, -m and -; {@code qpy} on a terminal is {@code qpy repl}. */
    private String[] withRun(Set<String> commands, String... arguments) {
        if (arguments.length == 0) {
            return terminal.isInteractive() ? new String[] {"repl"} : arguments;
        }
        boolean script = !commands.contains(arguments[0])
                && !arguments[0].equals("help")
                && Arrays.stream(arguments).anyMatch(Main::namesProgram);
        if (!script) {
            return arguments;
        }
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private static boolean namesProgram(String argument) {
        return argument.endsWith(".py") || List.of("-c", "-m", "-i", "-").contains(argument);
    }

    private int usage(ParameterException e) {
        String command = e.getCommandLine().getCommandName();
        terminal.say(e.getMessage() + hint(e) + " ('qpy help" + (command.equals("qpy") ? "" : " " + command)
                + "' shows what there is)");
        return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String hint(ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean '" + unmatched.getSuggestions().get(0) + "'?";
        }
        return "";
    }

    private int failure(Exception e, CommandSpec command) {
        if (e instanceof UsageException || e instanceof ConfigException || e instanceof SandboxException) {
            terminal.say(e.getMessage());
            return command.exitCodeOnInvalidInput();
        }
        if (e instanceof IOException) {
            terminal.say(e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage());
            return 1;
        }
        terminal.say("a bug in qpy: " + e + " (please report it)");
        e.printStackTrace(terminal.errorText());
        return BUG;
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.outputText());
    }

    /** The version that the build put into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"qpy " + (version == null ? "(not packaged)" : version)};
        }
    }
}

package io.qpy.cli;

import io.qpy.sandbox.net.SandboxException;
import io.qpy.wiring.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

    private final Terminal terminal;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        System.exit(execute(Terminal.ofProcess(), arguments));
    }

    /** Runs a command; its exit code. */
    static int execute(Terminal terminal, String... arguments) {
        return new Main(terminal).execute(arguments);
    }

    private int execute(String... arguments) {
        CommandLine command = new CommandLine(this);
        command.addSubcommand(new RunCommand(terminal))
                .addSubcommand(new DocCommand(terminal))
                .addSubcommand(new TestCommand(terminal))
                .addSubcommand(new ReplCommand(terminal))
                .addSubcommand(new ServeCommand(terminal))
                .addSubcommand(new ExecCommand.Exec(terminal))
                .addSubcommand(new ExecCommand.Eval(terminal))
                .addSubcommand(new FsCommand(terminal))
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(new SandboxCommand(terminal))
                .addSubcommand(new CloudCommand(terminal))
                .addSubcommand(new TlsCommand(terminal))
                .addSubcommand(new DeviceCommand(terminal))
                .addSubcommand(new ModulesCommand(terminal))
                .addSubcommand(new DoctorCommand(terminal));
        command.getSubcommands().values().forEach(each -> each.getCommandSpec().mixinStandardHelpOptions(true));
        command.addSubcommand(new CommandLine.HelpCommand());
        command.setOut(new PrintWriter(terminal.outputText(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.errorText(), true, StandardCharsets.UTF_8))
                .setStopAtPositional(false)
                .setParameterExceptionHandler((e, args) -> usage(e))
                .setExecutionExceptionHandler((e, failed, result) -> failure(e, failed.getCommandSpec()));
        command.getSubcommands().get("run").setStopAtPositional(true);
        return command.execute(withRun(command, arguments));
    }

    /** {@code qpy main.py} is {@code qpy run main.py}, so are -c, -m and -; {@code qpy} on a terminal is {@code qpy repl}. */
    private String[] withRun(CommandLine command, String... arguments) {
        if (arguments.length == 0) {
            return terminal.isInteractive() ? new String[] {"repl"} : arguments;
        }
        boolean script = !command.getSubcommands().containsKey(arguments[0])
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

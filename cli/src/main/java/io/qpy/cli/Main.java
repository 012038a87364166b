package io.qpy.cli;

import io.qpy.start.Invocation;
import io.qpy.start.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
            "  qpy help run                the options of a command",
            "  qpy explain mqtt-refused    the code in brackets of a line that begins with 'qpy:'"
        })
public final class Main implements Runnable {
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
    static Map<String, Function<Invocation, Object>> commands() {
        Map<String, Function<Invocation, Object>> all = new LinkedHashMap<>();
        all.put("run", RunCommand::new);
        all.put("doc", DocCommand::new);
        all.put("test", call -> new TestCommand(call.terminal()));
        all.put("repl", ReplCommand::new);
        all.put("serve", ServeCommand::new);
        all.put("exec", ExecCommand.Exec::new);
        all.put("eval", ExecCommand.Eval::new);
        all.put("fs", call -> new FsCommand(call.terminal()));
        all.put("check", CheckCommand::new);
        all.put("explain", call -> new ExplainCommand(call.terminal()));
        all.put("sandbox", call -> new SandboxCommand(call.terminal()));
        all.put("cloud", call -> new CloudCommand(call.terminal()));
        all.put("board", call -> new BoardCommand(call));
        all.put("tls", call -> new TlsCommand(call.terminal()));
        all.put("device", call -> new DeviceCommand(call.terminal()));
        all.put("modules", call -> new ModulesCommand(call.terminal()));
        all.put("doctor", call -> new DoctorCommand(call.terminal()));
        return all;
    }

    private int execute(String... given) {
        Map<String, Function<Invocation, Object>> commands = commands();
        String[] arguments = withRun(given);
        String named = arguments.length == 0 ? "" : arguments[0];
        if (List.of("run", "check", "doc").contains(named)) {
            invocation.expectScript();
        } else if (named.equals("repl")) {
            invocation.expectPrompt();
        }
        boolean one = commands.containsKey(named);
        // Making the others, and the command that they are of, takes a tenth of a second.
        CommandLine command = one ? only(named, commands.get(named)) : allOf(commands);
        command.setOut(new PrintWriter(terminal.outputText(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.errorText(), true, StandardCharsets.UTF_8))
                .setStopAtPositional(named.equals("run"))
                .setParameterExceptionHandler((e, args) -> usage(e))
                .setExecutionExceptionHandler((e, failed, result) ->
                        new Failures(terminal).tell(e, failed.getCommandSpec().exitCodeOnInvalidInput()));
        return command.execute(one ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
    }

    private CommandLine only(String name, Function<Invocation, Object> maker) {
        CommandSpec command = specified(maker.apply(invocation));
        return new CommandLine(command.versionProvider(new Version())).setCommandName("qpy " + name);
    }

    private CommandLine allOf(Map<String, Function<Invocation, Object>> commands) {
        CommandLine all = new CommandLine(this);
        commands.forEach((name, maker) -> all.addSubcommand(name, specified(maker.apply(invocation))));
        CommandGroups.show(all);
        return all.addSubcommand(new CommandLine.HelpCommand());
    }

    private static CommandSpec specified(Object command) {
        CommandSpec spec = command instanceof RunCommand run ? run.spec() : CommandSpec.forAnnotatedObject(command);
        if (command instanceof SharingCommand sharing) {
            sharing.addShared(spec);
        }
        return spec.addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
    }

    /** {@code qpy main.py} is {@code qpy run main.py}, so are -c, -m and -; {@code qpy} on a terminal is {@code qpy repl}. */
    private String[] withRun(String... arguments) {
        if (arguments.length == 0) {
            return terminal.isInteractive() ? new String[] {"repl"} : arguments;
        }
        // A word that is no option and no script is a command, misspelt perhaps.
        boolean script = (arguments[0].startsWith("-") || namesProgram(arguments[0]))
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
        terminal.say(Misuse.of(e));
        return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
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

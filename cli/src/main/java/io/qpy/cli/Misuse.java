package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.Notice;
import io.qpy.wiring.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person is told of a command line that is not understood: one line with what is wrong and what was meant, probably. */
final class Misuse {
    /** Words that people know from other tools. By word: what does it here. */
    private static final Map<String, String> ELSEWHERE = elsewhere();

    private static final String FILES = "'qpy fs %s' does that with a stored device's files";

    private Misuse() {}

    private static Map<String, String> elsewhere() {
        Map<String, String> words = new TreeMap<>();
        put(words, "nothing is to be set up: write main.py, then 'qpy run main.py'", "init", "new", "create", "setup");
        put(
                words,
                "nothing is installed: put a library's .py beside the script ('qpy modules' lists what the device has)",
                "install",
                "pip",
                "mip",
                "upip",
                "add");
        put(words, "'qpy repl' is the device's prompt", "shell", "console", "terminal", "python", "prompt", "miniterm");
        put(
                words,
                "no module is attached: 'qpy run main.py' runs a script, 'qpy fs cp main.py :/usr/' puts it onto a stored"
                        + " device",
                "flash",
                "upload",
                "download",
                "deploy",
                "burn",
                "put",
                "push",
                "send",
                "write",
                "sync");
        put(
                words,
                "no module is attached: 'qpy serve' has a port to which mpremote and others connect, 'qpy repl' is the"
                        + " prompt",
                "connect",
                "attach",
                "serial",
                "port",
                "mount",
                "mpremote",
                "monitor");
        for (String verb : List.of("ls", "cat", "cp", "rm", "mkdir", "rmdir", "touch", "tree", "sha256sum")) {
            words.put(verb, FILES.formatted(verb));
        }
        put(words, FILES.formatted("ls"), "dir", "df");
        put(words, FILES.formatted("cp"), "get", "copy", "pull");
        put(words, FILES.formatted("rm"), "del", "delete");
        put(words, "'qpy run main.py' runs a script", "start", "execute", "launch", "simulate");
        put(words, "'qpy check main.py' says what the module would refuse", "lint", "verify", "validate", "analyse");
        put(words, "'qpy test' runs tests, 'qpy test --watch' again with each change", "pytest", "unittest", "watch");
        put(words, "'qpy device ls' lists the stored devices", "list", "devices");
        put(words, "'qpy device reset NAME' erases a stored device", "reset", "erase", "wipe", "clean");
        put(words, "'qpy sandbox' runs the servers alone", "broker", "server", "mqtt");
        put(words, "'qpy --version' says it", "version");
        put(words, "'qpy doctor' says whether this PC has what is needed", "info", "status", "diagnose");
        put(words, "nothing is built: qpy runs the source, 'qpy run main.py'", "build", "compile", "make", "mpy-cross");
        return words;
    }

    private static void put(Map<String, String> words, String answer, String... all) {
        Arrays.stream(all).forEach(word -> words.put(word, answer));
    }

    static Notice of(ParameterException e) {
        CommandLine top = e.getCommandLine();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        String help = " ('" + top.getCommandName().replace("qpy", "qpy help") + "' shows what there is)";
        return unknownCommand(e)
                .map(word -> Notice.of(Code.NO_COMMAND, unknownCommand(e.getCommandLine(), word, help)))
                .orElseGet(
                        () -> Notice.of(Code.USAGE, wrongValue(e).orElseGet(() -> e.getMessage() + option(e)) + help));
    }

    /** The word that is no command, behind {@code qpy}, {@code qpy help} or a command with others below it. */
    private static Optional<String> unknownCommand(ParameterException e) {
        boolean hasCommands = !e.getCommandLine().getSubcommands().isEmpty();
        if (hasCommands && e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return Optional.of(unmatched.getUnmatched().get(0));
        }
        return hasCommands && e.getMessage().startsWith("Unknown subcommand")
                ? Optional.ofNullable(e.getValue())
                : Optional.empty();
    }

    private static String unknownCommand(CommandLine in, String given, String help) {
        CommandSpec command = in.getCommandSpec();
        boolean isTop = in.getParent() == null && command.name().equals("qpy");
        String what = isTop
                ? "there is no command '" + given + "'"
                : command.name().replace("qpy ", "") + ": there is no '" + given + "'";
        String elsewhere = isTop ? ELSEWHERE.get(given.toLowerCase(Locale.ROOT)) : null;
        return elsewhere != null
                ? what + ": " + elsewhere
                : what + near(given, command.subcommands().keySet()) + help;
    }

    private static String option(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()
                ? near(
                        unmatched.getUnmatched().get(0).split("=", 2)[0],
                        e.getCommandLine().getCommandSpec().optionsMap().keySet())
                : "";
    }

    /** Of an option that takes one of several words. */
    private static Optional<String> wrongValue(ParameterException e) {
        ArgSpec argument = e.getArgSpec();
        if (!(argument instanceof OptionSpec option) || !option.type().isEnum() || e.getValue() == null) {
            return Optional.empty();
        }
        List<String> words = Arrays.stream(option.type().getEnumConstants())
                .map(String::valueOf)
                .toList();
        return Optional.of(option.longestName() + ": there is no '" + e.getValue() + "'" + near(e.getValue(), words)
                + " (" + String.join(", ", words) + ")");
    }

    private static String near(String given, Collection<String> known) {
        return Nearest.to(given, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }
}

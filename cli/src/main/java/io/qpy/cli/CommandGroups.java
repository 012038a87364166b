package io.qpy.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The list of commands in {@code qpy help}, by what a person wants to do. */
final class CommandGroups {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    /** What picocli does not describe: the launcher's own command, and picocli's. */
    private static final Map<String, String> OTHERS = Map.of(
            "warm-up", "Make the class archive that later runs start from.",
            "help", "Show the options of a command.");

    static {
        GROUPS.put("Run scripts", List.of("run", "exec", "eval", "repl", "serve", "board"));
        GROUPS.put("Find mistakes", List.of("check", "test", "doc", "explain"));
        GROUPS.put("Stored devices", List.of("fs", "device"));
        GROUPS.put("Servers and clouds", List.of("sandbox", "cloud", "tls"));
        GROUPS.put("About qpy", List.of("modules", "doctor", "warm-up", "help"));
    }

    private CommandGroups() {}

    /** Has a command's help list its commands by group. */
    static void show(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::list);
    }

    /** Of all commands, in the order of the list. */
    static Stream<String> names() {
        return GROUPS.values().stream().flatMap(List::stream);
    }

    private static String list(Help help) {
        return GROUPS.entrySet().stream()
                .map(group -> "%n%s:%n".formatted(group.getKey())
                        + group.getValue().stream()
                                .map(name -> "  %-10s %s%n".formatted(name, description(help, name)))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String description(Help help, String name) {
        return OTHERS.containsKey(name)
                ? OTHERS.get(name)
                : String.join(
                        " ",
                        help.subcommands()
                                .get(name)
                                .commandSpec()
                                .usageMessage()
                                .description());
    }
}

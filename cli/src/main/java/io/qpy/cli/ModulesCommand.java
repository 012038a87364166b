package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.module.DeviceModule;
import io.qpy.runtime.SurfaceTable;
import io.qpy.start.Terminal;
import io.qpy.wiring.Modules;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code qpy modules}: what a script can import, and the names of one module. */
@Command(
        name = "modules",
        description = {
            "List the modules that a script can import, with their first docstring line.",
            "With NAME, the names of one, each with how it is known: documented, read in the firmware, or guessed."
        })
final class ModulesCommand implements Callable<Integer> {
    /** A line of a module's table: the call or name, what it gives and since when, the mark. */
    private static final Pattern LINE =
            Pattern.compile("(?<name>(?:class )?[\\w.*]+(?:\\(.*\\))?)(?<rest>.*?)(?: (?<mark>read|guessed))?");

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A module; without one, all are listed.")
    private String name;

    private final Terminal terminal;

    ModulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (name == null) {
            list();
        } else {
            show(Modules.all().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            Code.USAGE, "modules: there is no module '" + name + "' ('qpy modules' lists them)")));
        }
        return 0;
    }

    /** Prints the names of a module. */
    private void show(DeviceModule module) {
        List<Matcher> lines = SurfaceTable.read(module.name())
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .toList();
        int width = lines.stream().mapToInt(each -> each.end("rest")).max().orElse(0);
        lines.forEach(line -> terminal.print(("%-" + width + "s  %s")
                .formatted(line.group("name") + line.group("rest"), known(line.group("mark")))));
    }

    private static String known(String mark) {
        return mark == null ? "documented" : mark.equals("read") ? "read in the firmware" : mark;
    }

    private void list() {
        List<DeviceModule> modules = Modules.all();
        int width =
                modules.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        modules.stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(each -> terminal.print(
                        each.name() + " ".repeat(width - each.name().length()) + "  " + summary(each)));
    }

    /** The docstring's first sentence after the dash. */
    private static String summary(DeviceModule module) {
        String first = module.facade().lines().findFirst().orElse("").replace("\"\"\"", "");
        String text = first.substring(first.indexOf(" - ") + (first.contains(" - ") ? 3 : 1));
        return text.replaceAll("[.:] .*|\\.$", "");
    }
}

package io.qpy.cli;

import io.qpy.module.DeviceModule;
import io.qpy.start.Terminal;
import io.qpy.wiring.Modules;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code qpy modules}: what a script can import. */
@Command(name = "modules", description = "List the modules that a script can import, with their first docstring line.")
final class ModulesCommand implements Callable<Integer> {
    private final Terminal terminal;

    ModulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<DeviceModule> modules = Modules.all();
        int width =
                modules.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        modules.stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(each -> terminal.print(
                        each.name() + " ".repeat(width - each.name().length()) + "  " + summary(each)));
        return 0;
    }

    /** The docstring's first sentence after the dash. */
    private static String summary(DeviceModule module) {
        String first = module.facade().lines().findFirst().orElse("").replace("\"\"\"", "");
        String text = first.substring(first.indexOf(" - ") + (first.contains(" - ") ? 3 : 1));
        return text.replaceAll("[.:] .*|\\.$", "");
    }
}

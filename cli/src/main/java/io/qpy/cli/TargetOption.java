package io.qpy.cli;

import io.qpy.check.Target;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Which firmware a script is checked for. */
final class TargetOption {
    private int year;

    void addTo(CommandSpec spec) {
        spec.addOption(OptionMaker.option("--target", "YEAR", Integer.class, value -> year = value)
                .initialValue(Target.DEFAULT)
                .description(
                        "The firmware that is checked for: 2021, 2025 (default) or 2026; MicroPython 1.13, 1.13 and "
                                + "1.28.")
                .build());
    }

    Target value() {
        return Target.of(year)
                .orElseThrow(() -> new UsageException("--target: there is no firmware " + year + ", only "
                        + Target.all().stream()
                                .map(each ->
                                        each.year() + " (" + each.title() + ", MicroPython " + each.micropython() + ")")
                                .collect(Collectors.joining("; "))));
    }
}

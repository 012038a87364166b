package io.qpy.cli;

import io.qpy.check.Target;
import io.qpy.device.Code;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Which firmware a script is checked for. */
final class TargetOption {
    private String year;

    void addTo(CommandSpec spec) {
        spec.addOption(OptionMaker.option("--target", "YEAR", String.class, value -> year = value)
                .initialValue(String.valueOf(Target.DEFAULT))
                .description(
                        "The firmware that is checked for: 2021, 2025 (default) or 2026; MicroPython 1.13, 1.13 and "
                                + "1.28.")
                .build());
    }

    Target value() {
        return Target.all().stream()
                .filter(each -> year.equals(String.valueOf(each.year())))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        Code.USAGE,
                        "--target: there is no firmware " + year + ", only "
                                + Target.all().stream()
                                        .map(each -> each.year() + " (" + each.title() + ", MicroPython "
                                                + each.micropython() + ")")
                                        .collect(Collectors.joining("; "))));
    }
}

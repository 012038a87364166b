package io.qpy.cli;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** A command that has options in common with {@code qpy run}. */
interface SharingCommand {
    List<OptionSpec> sharedOptions();
}

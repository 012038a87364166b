package io.qpy.cli;

import picocli.CommandLine.Model.CommandSpec;

/** A command that has options in common with {@code qpy run}. */
interface SharingCommand {
    /** Adds them to the command's own. */
    void addShared(CommandSpec spec);
}

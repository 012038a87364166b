package io.qpy.start;

/** The command that a process is started for. This package is handed it, and knows none of its subcommands. */
@FunctionalInterface
public interface Command {
    /** Runs a command line; its exit code. */
    int execute(Invocation invocation, String... arguments);
}

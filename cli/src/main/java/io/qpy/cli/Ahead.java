package io.qpy.cli;

import io.qpy.start.Standby;
import io.qpy.start.Training;
import java.io.IOException;
import java.nio.file.Path;

/** What the launcher runs ahead of the calls to come, with the command that they are for. */
final class Ahead {
    private Ahead() {}

    /**
     * Begins one of these.
     *
     * @param arguments {@code core} or {@code all}, the training for a class archive; or {@code standby}, the folder that the
     *     launcher made, and the name that it gets when all is ready
     */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "core" -> new Training(Main::execute).runCore();
            case "all" -> new Training(Main::execute).run();
            case "standby" -> Standby.serve(Main::execute, Path.of(arguments[1]), Path.of(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}

package io.qpy.repl.board;

import io.qpy.device.Device;
import io.qpy.repl.Banner;
import io.qpy.repl.MainProgram;
import io.qpy.repl.Protection;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;
import io.qpy.runtime.Session;
import java.util.function.Supplier;

/** A device that one meets at its serial port: it boots, runs main.py, prompts, and does so again after a soft reset. */
public final class Board {
    private final Supplier<Session> sessions;
    private final Device device;
    private final Port port;

    /**
     * @param sessions switches the device on, at first and after each reset
     * @param device its console must be the port's
     */
    public Board(Supplier<Session> sessions, Device device, Port port) {
        this.sessions = sessions;
        this.device = device;
        this.port = port;
    }

    /** Serves the port on this thread, until it is closed. */
    public void run() throws InterruptedException {
        Exit exit = Exit.RESET;
        boolean raw = false;
        while (exit != Exit.END) {
            try (SoftReset session = new SoftReset(sessions.get())) {
                Executor executor = new Executor(port, session.session, device.notices());
                if (!raw) {
                    runMain(executor);
                }
                exit = raw ? Exit.RAW : Exit.FRIENDLY;
                while (exit == Exit.RAW || exit == Exit.FRIENDLY) {
                    raw = exit == Exit.RAW;
                    exit = prompt(raw, executor);
                }
            }
            if (exit == Exit.RESET) {
                port.writeLines(Banner.SOFT_RESET);
            }
        }
    }

    private Exit prompt(boolean raw, Executor executor) throws InterruptedException {
        Protection protection = new Protection(device.flash());
        return raw
                ? new RawPrompt(port, executor, protection).run()
                : new FriendlyPrompt(port, executor, protection).run();
    }

    private void runMain(Executor executor) {
        MainProgram.of(device.flash()).ifPresent(source -> {
            Reply reply = executor.run(MainProgram.NAME, source, Mode.FILE);
            port.writeLines(reply.traceback());
        });
    }

    /** Ends a session and leaves its device on. */
    private record SoftReset(Session session) implements AutoCloseable {
        @Override
        public void close() {
            session.reset();
        }
    }
}

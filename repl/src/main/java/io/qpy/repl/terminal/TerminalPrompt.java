package io.qpy.repl.terminal;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.Notices;
import io.qpy.repl.Banner;
import io.qpy.repl.MainProgram;
import io.qpy.repl.Protection;
import io.qpy.runtime.Interaction;
import io.qpy.runtime.Interaction.Ending;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The prompt on a person's terminal. It appears at once; the interpreter starts meanwhile. */
public final class TerminalPrompt {
    private static final Pattern HABIT = Pattern.compile("(exit|quit)(\\(\\))?");
    private static final String WAY_OUT = "Ctrl-X leaves the prompt, Ctrl-D resets the device";

    private final Supplier<Session> sessions;
    private final Device device;
    private final Notices notices;
    private final Protection protection;
    private WarmSession session;
    private Screen screen;
    private boolean unlocked;
    private String question = Protection.QUESTION;

    /**
     * @param sessions switches the device on, at first and after each reset
     * @param device its console must be that which {@link #run} is given
     */
    public TerminalPrompt(Supplier<Session> sessions, Device device, Notices notices) {
        this.sessions = sessions;
        this.device = device;
        this.notices = notices;
        protection = new Protection(device.flash());
    }

    private WarmSession start() {
        return new WarmSession(sessions);
    }

    /**
     * Serves the terminal on this thread until the person leaves.
     *
     * @param seat where the person sits
     * @param first a script to run before the first prompt, in place of main.py; or null
     * @param history the file that remembers what was typed
     */
    public void run(TerminalConsole console, Seat seat, Script first, Path history, boolean colour) throws IOException {
        try (Screen opened = new Screen(seat, history, colour, this::complete)) {
            // Not sooner: the screen and the interpreter would share the processors, and the prompt come later.
            session = start();
            screen = opened;
            console.show(opened);
            boot(first);
            notices.say(Code.PROMPT, WAY_OUT);
            prompt();
        } finally {
            if (session != null) {
                session.await().reset();
            }
        }
    }

    private void boot(Script first) {
        if (first != null) {
            execute(interaction -> interaction.execute(first));
        } else {
            MainProgram.of(device.flash()).ifPresent(source -> execute(MainProgram.NAME, source, Mode.FILE));
        }
        screen.print(Banner.TEXT);
    }

    private void prompt() {
        while (true) {
            if (protection.isOn() && !unlocked) {
                if (!refuse()) {
                    return;
                }
                continue;
            }
            unlocked = protection.isOn();
            Entry entry = screen.readStatement();
            if (entry.key() == Entry.Key.LEAVE) {
                return;
            }
            answer(entry);
        }
    }

    private void answer(Entry entry) {
        switch (entry.key()) {
            case ENTER -> statement(entry.code());
            case CTRL_B -> screen.print(Banner.TEXT);
            case CTRL_D -> reset();
            case CTRL_E -> {
                String code = screen.readPaste();
                if (code != null) {
                    finish(execute("<stdin>", code, Mode.FILE));
                }
            }
            case CTRL_A -> {
                if (new RawMode(screen.terminal(), session.await(), protection).run()) {
                    reset();
                }
            }
            default -> {}
        }
    }

    private void statement(String code) {
        if (!code.isBlank()) {
            finish(execute("<stdin>", code.stripTrailing(), Mode.SINGLE));
            if (HABIT.matcher(code.strip()).matches()) {
                notices.say(Code.PROMPT, WAY_OUT);
            }
        }
    }

    private Reply execute(String name, String source, Mode mode) {
        return execute(interaction -> interaction.execute(name, source, mode));
    }

    private Reply execute(Function<Interaction, Reply> work) {
        Session ready = session.await();
        ready.forgetInterrupt();
        screen.onInterrupt(ready::interruptForeground);
        try {
            if (screen.isInterrupted()) {
                return new Reply(Ending.INTERRUPTED, "", 0);
            }
            Reply reply = work.apply(ready.interaction());
            screen.print(reply.traceback());
            reply.explain(notices);
            return reply;
        } finally {
            screen.onInterrupt(() -> {});
        }
    }

    private void finish(Reply reply) {
        if (reply.ending() == Ending.EXIT) {
            reset();
        }
    }

    private void reset() {
        session.await().reset();
        screen.print(Banner.SOFT_RESET);
        session = start();
        unlocked = false;
        boot(null);
    }

    /** One round of a protected prompt; false when the person leaves. */
    private boolean refuse() {
        if (protection.hasPassword()) {
            String password = screen.askSecret(question);
            unlocked = password != null && protection.admits(password);
            question = unlocked ? Protection.QUESTION : Protection.WRONG;
            screen.print(unlocked ? Protection.ADMITTED + "\n" : "");
            return password != null;
        }
        Entry entry = screen.readStatement();
        if (entry.key() == Entry.Key.CTRL_D) {
            reset();
        } else if (entry.key() != Entry.Key.LEAVE && !entry.code().isBlank()) {
            screen.print(Protection.REFUSAL + "\n");
        }
        return entry.key() != Entry.Key.LEAVE;
    }

    private Completions complete(String code) {
        if (!session.isReady() || (protection.isOn() && !unlocked)) {
            return Completions.none(code, code.length());
        }
        return new Completions(
                code, code.length(), session.await().interaction().complete(code));
    }
}

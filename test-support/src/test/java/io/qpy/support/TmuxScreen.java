package io.qpy.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The shipped command on a terminal of tmux's. */
public final class TmuxScreen implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int EFFECT_SECONDS = 5;
    private static final int LOOK_MILLIS = 50;
    private static final String CURSOR = "#{cursor_x},#{cursor_y}";

    private final String server = "qpy-" + UUID.randomUUID();

    /**
     * Starts the command in a folder.
     *
     * @param size {@code COLUMNSxROWS}
     * @param environment {@code NAME=VALUE}
     */
    public TmuxScreen(Path folder, String size, List<String> environment, String command)
            throws IOException, InterruptedException {
        int x = size.indexOf('x');
        List<String> variables = new ArrayList<>(List.of("TERM=screen-256color"));
        variables.addAll(environment);
        String shell = "env " + String.join(" ", variables) + " " + Launcher.COMMAND + " " + command
                + "; echo ended: $?; sleep 1000";
        tmux(
                "-f",
                "/dev/null",
                "-u",
                "new-session",
                "-d",
                "-c",
                folder.toString(),
                "-x",
                size.substring(0, x),
                "-y",
                size.substring(x + 1),
                shell);
    }

    /** Whether tmux can be started. */
    public static boolean isInstalled() {
        return Program.isOnPath("tmux");
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
        command.addAll(List.of(arguments));
        return Program.of(command).run();
    }

    /** Types text where a prompt waits for it. */
    public void type(String text) throws IOException, InterruptedException {
        long end = deadline();
        while (cursor().startsWith("0,")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no prompt to type '" + text + "' at");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        send("-l", text);
    }

    public void press(String key) throws IOException, InterruptedException {
        send(key);
    }

    /** Sends keys and waits until the screen shows what they did. */
    private void send(String... keys) throws IOException, InterruptedException {
        String before = state();
        List<String> command = new ArrayList<>(List.of("send-keys"));
        command.addAll(List.of(keys));
        tmux(command.toArray(String[]::new));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(EFFECT_SECONDS);
        while (state().equals(before) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        settle();
    }

    /** Gives the terminal another size, {@code COLUMNSxROWS}. */
    public void resize(String size) throws IOException, InterruptedException {
        int x = size.indexOf('x');
        tmux("resize-window", "-x", size.substring(0, x), "-y", size.substring(x + 1));
        settle();
    }

    private void settle() throws IOException, InterruptedException {
        String before = "";
        for (String now = state(); !now.equals(before); now = state()) {
            before = now;
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private String state() throws IOException, InterruptedException {
        return tmux("display-message", "-p", CURSOR, ";", "capture-pane", "-p");
    }

    private String cursor() throws IOException, InterruptedException {
        return tmux("display-message", "-p", CURSOR);
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    }

    /** Waits until a text is on the screen's last lines. */
    public void await(String text) throws IOException, InterruptedException {
        await(text, "-p");
    }

    /** Waits for text with the sequences that colour it, each without its ESC. */
    public void awaitColoured(String text) throws IOException, InterruptedException {
        await(text, "-ep");
    }

    private void await(String text, String how) throws IOException, InterruptedException {
        long end = deadline();
        String seen = tmux("capture-pane", how);
        while (!seen.replace("\033", "").contains(text.strip())) {
            if (System.nanoTime() > end) {
                throw new AssertionError("'" + text + "' did not come:\n" + seen);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            seen = tmux("capture-pane", how);
        }
        settle();
    }

    /** The screen, without blanks at the ends of lines and without empty lines at its end. */
    public String text() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p")
                .lines()
                .map(String::stripTrailing)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("")
                .stripTrailing();
    }

    @Override
    public void close() throws IOException {
        try {
            long shell =
                    Long.parseLong(tmux("display-message", "-p", "#{pane_pid}").strip());
            List<ProcessHandle> running = ProcessHandle.of(shell).stream()
                    .flatMap(ProcessHandle::children)
                    .toList();
            tmux("kill-server");
            for (ProcessHandle each : running) {
                awaitEnd(each);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the command, which writes its history when its terminal is gone. */
    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the command does not end with its terminal", e);
        }
    }
}

package io.qpy.cli;

import io.qpy.check.Checker;
import io.qpy.check.Finding;
import io.qpy.check.Target;
import io.qpy.device.PrivateFolder;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What {@code qpy run} says when a script has ended: how much the module would refuse that qpy has run, in one line, once for each
 * text. Texts that were checked are remembered in qpy's data folder, so that a run costs no more than its first.
 */
final class Afterword {
    /** A longer script would be checked for longer than a person waits. */
    private static final int LONGEST = 64 * 1024;

    private static final int MOST_REMEMBERED = 500;
    private static final int MOST_LINES = 100;

    private final Consumer<String> sink;
    private final Path checked;
    private final Deque<String> said = new ArrayDeque<>();

    Afterword(Consumer<String> sink, Path home) {
        this.sink = sink;
        checked = home.resolve("checked.txt");
    }

    /** Says a line, and remembers it: what was said of a failure is not said again. */
    synchronized void say(String line) {
        sink.accept(line);
        said.add(line);
        if (said.size() > MOST_LINES) {
            said.remove();
        }
    }

    /**
     * Says what a check of the script finds, where it has come to an end in an interpreter that goes on.
     *
     * @param file the script as the person named it
     */
    void tell(Interpreter interpreter, Program program, String file, Outcome outcome) {
        boolean goesOn =
                switch (outcome.ending()) {
                    case FINISHED, EXCEPTION, INTERRUPTED -> true;
                    case TIMED_OUT, SWITCHED_OFF, RESTARTED, BUG -> false;
                };
        Script script = program.script();
        if (!goesOn || isTrivial(script.source()) || script.source().length() > LONGEST) {
            return;
        }
        try {
            if (remember(script.source())) {
                tell(
                        new Checker(interpreter, Target.of(Target.DEFAULT).orElseThrow())
                                .check(script.name(), script.source(), Checker.in(program.folder())),
                        file);
            }
        } catch (IOException | RuntimeException e) {
            // The script has left nothing that a check could run in, or nothing can be remembered.
        }
    }

    private void tell(List<Finding> findings, String file) {
        List<Finding> news = findings.stream().filter(each -> !wasSaid(each)).toList();
        if (!news.isEmpty()) {
            sink.accept(String.format(
                    "%d finding%s: qpy check %s; %s",
                    findings.size(), findings.size() == 1 ? "" : "s", file, news.get(0)));
        }
    }

    private synchronized boolean wasSaid(Finding finding) {
        String place = finding.file() + ":" + finding.line() + ":";
        String words = finding.code() + ": " + finding.message();
        return said.stream().anyMatch(line -> line.startsWith(place) && line.contains(words));
    }

    /** Whether there is nothing in it but blanks and comments. */
    private static boolean isTrivial(String source) {
        return source.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    /** Remembers a text; false where it was remembered before. */
    private boolean remember(String source) throws IOException {
        String name =
                UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString();
        List<String> names = Files.exists(checked) ? new ArrayList<>(Files.readAllLines(checked)) : new ArrayList<>();
        if (names.contains(name)) {
            return false;
        }
        names.add(name);
        PrivateFolder.create(checked.getParent());
        Files.write(
                PrivateFolder.createFile(checked),
                names.subList(Math.max(0, names.size() - MOST_REMEMBERED), names.size()));
        return true;
    }
}

package io.qpy.cli;

import io.qpy.check.Checker;
import io.qpy.check.Finding;
import io.qpy.device.Notice;
import io.qpy.device.flash.PrivateFolder;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What {@code qpy run} says when a script has ended: how much the module would refuse that qpy has run, in one line, once for each
 * text. Texts that were checked are remembered in qpy's data folder, so that a run costs no more than its first.
 */
final class Afterword {
    /** Longer scripts would be checked for longer than a person waits. */
    private static final int LONGEST = 64 * 1024;

    private static final String USR = "/usr/";
    private static final int MOST_REMEMBERED = 500;
    private static final int MOST_LINES = 100;

    private final Consumer<Notice> sink;
    private final Path checked;
    private final Deque<Notice> said = new ArrayDeque<>();

    Afterword(Consumer<Notice> sink, Path home) {
        this.sink = sink;
        checked = home.resolve("checked.txt");
    }

    /** Says a line, and remembers it: what was said of a failure is not said again. */
    synchronized void say(Notice line) {
        sink.accept(line);
        said.add(line);
        if (said.size() > MOST_LINES) {
            said.remove();
        }
    }

    /**
     * Says what a check finds in the script, and in those that it has imported, where it has come to an end in an interpreter that
     * goes on.
     *
     * @param file the script as the person named it
     */
    void tell(Interpreter interpreter, Session session, Program program, String file, Outcome outcome) {
        boolean goesOn =
                switch (outcome.ending()) {
                    case FINISHED, EXCEPTION, INTERRUPTED -> true;
                    case TIMED_OUT, SWITCHED_OFF, RESTARTED, BUG -> false;
                };
        if (!goesOn || isTrivial(program.script().source())) {
            return;
        }
        try {
            Map<String, Script> scripts = new LinkedHashMap<>(Map.of(file, program.script()));
            for (String path : session.imported()) {
                add(path, program, file, scripts);
            }
            scripts.values().removeIf(each -> isTrivial(each.source()));
            int length = scripts.values().stream()
                    .mapToInt(each -> each.source().length())
                    .sum();
            scripts.values().removeAll(remembered(scripts.values()));
            if (!scripts.isEmpty() && length <= LONGEST) {
                Checker checker = new Checker(interpreter);
                checker.runsOn(ConfiguredModel.of(program.folder()));
                check(checker, scripts, program);
            }
        } catch (IOException | RuntimeException e) {
            // The script has left nothing that a check could run in, or nothing can be remembered.
        }
    }

    /** Adds an imported script that lies in the program's folder. */
    private static void add(String path, Program program, String file, Map<String, Script> scripts) throws IOException {
        if (path.startsWith(USR)) {
            String name = path.substring(USR.length());
            Path there = program.folder().resolve(name);
            if (Files.isRegularFile(there)) {
                Path shown = Path.of(file).resolveSibling(name);
                scripts.putIfAbsent(shown.toString(), Script.decode(Path.of(name), Files.readAllBytes(there)));
            }
        }
    }

    private void check(Checker checker, Map<String, Script> scripts, Program program) {
        List<String> files = new ArrayList<>();
        List<Finding> all = new ArrayList<>();
        scripts.forEach((file, script) -> {
            String name = script.equals(program.script()) ? script.name() : file;
            Path folder = program.folder().resolve(script.name()).getParent();
            List<Finding> found = checker.check(name, script.source(), Checker.in(folder));
            if (!found.isEmpty()) {
                files.add(file);
                all.addAll(found);
            }
        });
        all.stream().filter(each -> !wasSaid(each)).findFirst().ifPresent(first -> {
            String count = all.size() + (all.size() == 1 ? " finding" : " findings");
            sink.accept(new Notice(first.code(), count + ": qpy check " + String.join(" ", files) + "; " + first));
        });
    }

    /** At its place, or without one by who refused it. */
    private synchronized boolean wasSaid(Finding finding) {
        String place = finding.file() + ":" + finding.line() + ":";
        String words = finding.code() + ": " + finding.message();
        String refusal = finding.message().split("\\. ", 2)[0] + ":";
        return said.stream()
                .map(Notice::text)
                .anyMatch(line -> (line.startsWith(place) && line.contains(words)) || line.startsWith(refusal));
    }

    /** Whether there is nothing in it but blanks and comments. */
    private static boolean isTrivial(String source) {
        return source.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    /** Remembers the scripts' texts; gives those that were remembered before. */
    private List<Script> remembered(Collection<Script> scripts) throws IOException {
        List<String> names = Files.exists(checked) ? new ArrayList<>(Files.readAllLines(checked)) : new ArrayList<>();
        List<Script> before =
                scripts.stream().filter(each -> names.contains(name(each))).toList();
        scripts.stream().filter(each -> !before.contains(each)).forEach(each -> names.add(name(each)));
        if (before.size() < scripts.size()) {
            PrivateFolder.create(checked.getParent());
            Files.write(
                    PrivateFolder.createFile(checked),
                    names.subList(Math.max(0, names.size() - MOST_REMEMBERED), names.size()));
        }
        return before;
    }

    private static String name(Script script) {
        return UUID.nameUUIDFromBytes(script.source().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

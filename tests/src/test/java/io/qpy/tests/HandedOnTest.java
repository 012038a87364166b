package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.check.Checker;
import io.qpy.check.Target;
import io.qpy.runtime.Interaction;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An interpreter that is handed on behaves as a fresh one. Every kind of session and every tool runs after every other, in
 * one interpreter for as long as it can be handed on. The kinds are the scripts of {@code tests/handed}, the check of each of
 * them, and a prompt.
 */
class HandedOnTest {
    private static final Path SCRIPTS = Path.of("handed");

    /** What runs in an interpreter: it returns all that a person would see. */
    private interface Work {
        String run(Serving serving);
    }

    /** An interpreter, until something is left in it. */
    private static final class Serving implements AutoCloseable {
        private Interpreter interpreter = TestDevice.RUNTIME.prepare();
        private int handedOn;

        private void end(Session session) {
            if (session.release()) {
                handedOn++;
            } else {
                session.close();
                interpreter = TestDevice.RUNTIME.prepare();
            }
        }

        @Override
        public void close() {
            interpreter.close();
        }
    }

    @Test
    void toolsAndSessions() throws IOException {
        inEveryOrder(Set.of("check", "prompt", "run plain.py", "run octets.py", "run hidden_octets.py"));
    }

    /**
     * Whatever a word in a script's text has loaded (boot/words.py): the next script finds nothing of it. The words stand in a
     * comment; what is loaded replaces methods and builtins all the same, or has the interpreter refused.
     */
    @Test
    void whatWordsLoadIsUndoneOrRefused() throws IOException {
        String plain = Files.readString(SCRIPTS.resolve("plain.py"));
        String hidden = Files.readString(SCRIPTS.resolve("hidden_methods.py"))
                + Files.readString(SCRIPTS.resolve("hidden_octets.py"));
        try (Serving fresh = new Serving();
                Serving serving = new Serving()) {
            String expected = run(fresh, plain) + run(fresh, hidden);
            Set<String> rows = words();
            for (String row : rows) {
                assertEquals("", outputOf(serving, "# " + row + "\n"), row);
                assertEquals(expected, run(serving, plain) + run(serving, hidden), "after " + row);
            }
            assertTrue(rows.size() > 20, "only " + rows);
            assertTrue(serving.handedOn > rows.size(), "only " + serving.handedOn);
        }
    }

    private static String outputOf(Serving serving, String source) {
        TestDevice device = new TestDevice();
        Session session = device.start(serving.interpreter);
        session.run(Script.of("main.py", source));
        serving.end(session);
        return device.output() + device.errors();
    }

    /** The words of each row of the table. */
    private static Set<String> words() throws IOException {
        Path table = Path.of("../runtime/src/main/python/boot/words.py");
        Set<String> all = new TreeSet<>();
        try (Context context = PythonTrees.plain()) {
            context.eval("python", Files.readString(table));
            Value rows = context.eval("python", "[word + ' ' + beside for _, word, beside, reason in TABLE if reason]");
            for (long i = 0; i < rows.getArraySize(); i++) {
                all.add(rows.getArrayElement(i).asString());
            }
        }
        return all;
    }

    @Test
    @Tag("nightly")
    void everyKindAfterEveryOther() throws IOException {
        inEveryOrder(kinds().keySet());
    }

    private static void inEveryOrder(Set<String> names) throws IOException {
        Map<String, Work> kinds = kinds();
        kinds.keySet().retainAll(names);
        assertEquals(names, kinds.keySet());
        Map<String, String> fresh = new TreeMap<>();
        kinds.forEach((name, work) -> {
            try (Serving serving = new Serving()) {
                fresh.put(name, work.run(serving));
            }
        });
        String before = "nothing";
        try (Serving serving = new Serving()) {
            for (String name : orders(List.copyOf(names))) {
                assertEquals(fresh.get(name), kinds.get(name).run(serving), name + " after " + before);
                before = name;
            }
            assertTrue(serving.handedOn > names.size() * names.size() / 2, "only " + serving.handedOn);
        }
    }

    /** Each name after each other and after itself. */
    private static List<String> orders(List<String> names) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.add(names.get(i));
            for (String later : names.subList(i + 1, names.size())) {
                all.add(names.get(i));
                all.add(later);
            }
        }
        all.add(names.get(0));
        return all;
    }

    private static Map<String, Work> kinds() throws IOException {
        Map<String, Work> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String source = Files.readString(file);
                String name = file.getFileName().toString();
                all.put("run " + name, serving -> run(serving, source));
            }
        }
        String sources = String.join("", sources());
        all.put("check", serving -> check(serving, sources) + check(serving, "import json\nreturn f'{1}'\n"));
        all.put("prompt", HandedOnTest::prompt);
        assertTrue(all.size() > 5, "only " + all.keySet());
        return all;
    }

    private static List<String> sources() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(SCRIPTS).sorted()) {
            for (Path file : (Iterable<Path>) files::iterator) {
                all.add(Files.readString(file));
            }
        }
        return all;
    }

    private static String run(Serving serving, String source) {
        TestDevice device = new TestDevice();
        Session session = device.start(serving.interpreter);
        Outcome outcome = session.run(Script.of("main.py", source));
        serving.end(session);
        return outcome + device.output() + device.errors() + device.notices();
    }

    private static String check(Serving serving, String source) {
        return new Checker(serving.interpreter, Target.of(Target.DEFAULT).orElseThrow())
                .check("main.py", source, Checker.in(SCRIPTS))
                .toString();
    }

    private static String prompt(Serving serving) {
        TestDevice device = new TestDevice();
        Session session = device.start(serving.interpreter);
        Interaction interaction = session.interaction();
        StringBuilder seen = new StringBuilder();
        for (String line :
                List.of("1 + 1", "help.__name__", "import usys; usys.modules", "x = ", "1 / 0", "open('no')")) {
            seen.append(interaction.execute(line, Interaction.Mode.SINGLE));
        }
        serving.end(session);
        return seen + device.output() + device.errors() + device.notices();
    }
}

package io.qpy.testing;

import io.qpy.device.console.Console;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.wiring.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One session of a fresh device with a test file. */
abstract class FileRun implements WarmInterpreter.Work {
    private final TestFile file;
    private final Workshop workshop;
    private final Recording recording;
    private final TestNotices notices = new TestNotices();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private volatile Session session;
    private volatile TestBed bed;
    private volatile Deadline deadline;

    FileRun(TestFile file, Workshop workshop) {
        this.file = file;
        this.workshop = workshop;
        recording = new Recording(workshop.plan().output());
    }

    static FileRun of(TestFile file, Workshop workshop) {
        return switch (file.kind()) {
            case OUTPUT -> new OutputRun(file, workshop);
            case FUNCTIONS -> new FunctionsRun(file, workshop);
        };
    }

    /** Does the work, in a session. */
    abstract Outcome run(Session started, Script script);

    /** The runtime, with what this kind of test needs besides the device's modules. */
    abstract QpyRuntime runtime(QpyRuntime devices);

    /** The session has ended by itself, or because its time was up. */
    abstract void ended(Outcome outcome) throws IOException;

    /** There was no session, or it did not end: for a reason that is no test's fault, or cannot be helped. */
    abstract void broken(String reason);

    /** What runs the rest of the file's tests on another device; null where there is no rest. */
    abstract FileRun rest();

    @Override
    public boolean run(Interpreter interpreter) {
        Console console = new Console(InputStream.nullInputStream(), recording, recording);
        QpyRuntime runtime = runtime(workshop.coverage()
                .measuring(workshop.runtime(), workshop.plan().usr(file), TestFile::isTest));
        try {
            Script script =
                    new Script(deviceName(), Script.read(file.path(), List.of()).source(), List.of());
            try (TestBed opened =
                    new TestBed(workshop.plan().usr(file), workshop.plan().policy(), console, notices)) {
                bed = opened;
                return serve(
                        runtime.start(
                                interpreter, opened.device(), workshop.plan().strict()),
                        script);
            }
        } catch (IOException | ConfigException e) {
            end(e.getMessage());
            return false;
        }
    }

    private boolean serve(Session started, Script script) throws IOException {
        session = started;
        boolean released = false;
        try {
            workshop.coverage().begin(started);
            ended(withinTime(started, script));
            released = started.release();
        } finally {
            if (!released) {
                started.close();
            }
        }
        return ended.complete(released) && released;
    }

    private Outcome withinTime(Session started, Script script) {
        deadline = new Deadline(workshop.timer(), workshop.plan().limit(), started, this::giveUp);
        try {
            return run(started, script);
        } finally {
            deadline.cancel();
        }
    }

    @Override
    public void fail(Throwable cause) {
        end("a bug in qpy: " + cause);
    }

    private void giveUp() {
        end("did not end within " + workshop.plan().limitText() + " and cannot be stopped");
    }

    private void end(String reason) {
        if (!ended.isDone()) {
            broken(reason);
            ended.complete(false);
        }
    }

    /** Waits until every result has been told; whether the interpreter can serve another. */
    boolean await() {
        return ended.join();
    }

    /** Ends it, from any thread. */
    void stop() {
        Session there = session;
        if (there != null) {
            there.expire();
        }
    }

    /** A test begins: its time, and what is printed and said. */
    void beginTest() {
        deadline.restart();
        recording.clear();
        notices.clear();
    }

    /** Why the session itself has ended badly, or null. */
    String fault(Outcome outcome) {
        return switch (outcome.ending()) {
            case FINISHED, EXCEPTION, SWITCHED_OFF, RESTARTED -> null;
            case TIMED_OUT ->
                "stopped after " + workshop.plan().limitText()
                        + (outcome.where().isEmpty() ? "" : " at " + outcome.where());
            case INTERRUPTED -> "interrupted";
            case BUG -> "a bug in qpy: " + (notices.isEmpty() ? "" : notices.last());
        };
    }

    /** The file as tracebacks name it. */
    String deviceName() {
        return file.deviceName(workshop.plan().usr(file));
    }

    /** The device and what is around it, while the session is. */
    TestBed bed() {
        return bed;
    }

    TestFile file() {
        return file;
    }

    Workshop workshop() {
        return workshop;
    }

    String output() {
        return recording.text();
    }

    List<String> notices() {
        return notices.texts();
    }
}

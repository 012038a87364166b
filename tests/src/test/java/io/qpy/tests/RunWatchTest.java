package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qpy.support.Launcher;
import io.qpy.support.Project;
import io.qpy.support.TmuxScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code qpy run --watch}; the texts of its scripts are in tests/projects/run_watch. */
@DisabledOnOs(OS.WINDOWS) // it sends SIGINT and has a pseudo-terminal
class RunWatchTest {
    private static final Path PROJECT = Path.of("projects", "run_watch");

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(PROJECT.resolve("main.py"), folder.resolve("main.py"));
    }

    private Launcher.Running watch(String... options) throws IOException {
        String[] all = new String[options.length + 3];
        all[0] = "run";
        all[1] = "--watch";
        System.arraycopy(options, 0, all, 2, options.length);
        all[all.length - 1] = "main.py";
        return new Launcher(home).start(folder, all);
    }

    /** Saves a text of the project under a name, by way of a file beside it, as editors do. */
    private void save(String text, String name) throws IOException {
        Path beside = Files.copy(PROJECT.resolve(text), folder.resolve("." + name + ".tmp"));
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Launcher.Ended interrupt(Launcher.Running watch) throws IOException, InterruptedException {
        watch.interrupt();
        Launcher.Ended ended = watch.await();
        assertEquals(130, ended.exitCode());
        return ended;
    }

    @Test
    void runsAgainWithWhatTheDeviceHasStored() throws Exception {
        Launcher.Running watch = watch();
        watch.awaitOutput("run 1\n");
        save("exits.txt", "main.py");
        watch.awaitErrors("qpy: run: main.py changed: running main.py again [watch]\n");
        watch.awaitErrors("ImportError");
        save("helper.txt", "helper.py");
        watch.awaitErrors("qpy: run: helper.py is new: running main.py again [watch]\n");
        watch.awaitOutput("helper 1 of 1\n");
        watch.awaitErrors("main.py has ended with exit code 3; watching 2 files (Ctrl-C ends it) [watch]\n");
        interrupt(watch);
    }

    @Test
    void beginsWithAnEmptyStorageWhenFresh() throws Exception {
        Launcher.Running watch = watch("--fresh");
        watch.awaitOutput("run 1\n");
        write("notes.txt", "");
        watch.awaitOutput("run 1\nrun 1\n");
        interrupt(watch);
    }

    @Test
    void passesOverWhatIsNotTheApplications() throws Exception {
        Launcher.Running watch = watch();
        watch.awaitOutput("run 1\n");
        write(".git/index", "");
        write("node_modules/index.js", "");
        write("main.py~", "");
        write(".main.py.swp", "");
        write("qpy.toml", "[flash]\nignore = [\"docs\"]\n");
        watch.awaitErrors("qpy: run: qpy.toml is new: running main.py again [watch]\n");
        watch.awaitOutput("run 2\n");
        write("docs/page.md", "");
        write("lib/new.py", "");
        watch.awaitErrors("qpy: run: lib/new.py is new: running main.py again [watch]\n");
        watch.awaitOutput("run 3\n");
        String errors = interrupt(watch).errors();
        for (String each : List.of(".git", "node_modules", "main.py~", ".swp", "page.md")) {
            assertFalse(errors.contains(each), errors);
        }
    }

    @Test
    void tellsWhatKeepsItFromRunning() throws Exception {
        Launcher.Running watch = watch();
        watch.awaitOutput("run 1\n");
        Files.delete(folder.resolve("main.py"));
        watch.awaitErrors("qpy: run: main.py is gone: running main.py again [watch]\n");
        watch.awaitErrors("qpy: main.py does not exist [file-argument]\n");
        watch.awaitErrors("main.py has ended with exit code 2; watching 0 files (Ctrl-C ends it) [watch]\n");
        save("broken.txt", "main.py");
        watch.awaitErrors("qpy: main.py:1:6: syntax: ( is never closed. Write ) where it ends.\n");
        watch.awaitErrors("main.py has ended with exit code 1; watching 1 file (Ctrl-C ends it) [watch]\n");
        write("qpy.toml", "[nonsense]\n");
        watch.awaitErrors("unknown key 'nonsense'");
        write("qpy.toml", "");
        save("main.py", "main.py");
        watch.awaitOutput("run 2\n");
        interrupt(watch);
    }

    @Test
    void goesOnWhenTheFolderIsBack() throws Exception {
        Path project = Files.createDirectory(folder.resolve("project"));
        Project.copy(PROJECT, project);
        Launcher.Running watch = new Launcher(home).start(folder, "run", "--watch", "project/main.py");
        watch.awaitOutput("run 1\n");
        Files.move(project, folder.resolve("elsewhere"));
        watch.awaitErrors("project does not exist: name the folder of your scripts [file-argument]\n");
        Files.move(folder.resolve("elsewhere"), project);
        watch.awaitOutput("run 2\n");
        interrupt(watch);
    }

    @Test
    void stopsWhatGoesOnAfterCtrlC() throws Exception {
        save("deaf.txt", "main.py");
        Launcher.Running watch = watch();
        watch.awaitOutput("deaf\n");
        save("main.py", "main.py");
        watch.awaitErrors("went on after Ctrl-C, and was stopped [watch]\n");
        watch.awaitOutput("heard\nrun 1\n");
        interrupt(watch);
    }

    @Test
    void anInputIsTheNextRuns() throws Exception {
        save("reads.txt", "main.py");
        Launcher.Running watch = watch();
        watch.awaitOutput("ready\n");
        save("reads_again.txt", "main.py");
        watch.awaitOutput("ready again\n");
        watch.type("a line\n");
        watch.awaitOutput("got a line\n");
        interrupt(watch);
    }

    @Test
    void needsAFile() throws Exception {
        Launcher.Ended ended = new Launcher(home).run(folder, "run", "--watch", "-c", "pass");
        assertEquals(2, ended.exitCode());
        assertTrue(ended.errors().startsWith("qpy: run: --watch is for a script in a file"), ended.errors());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onATerminal() throws Exception {
        assumeTrue(TmuxScreen.isInstalled(), "needs tmux");
        Launcher launcher = new Launcher(home);
        try (TmuxScreen screen = new TmuxScreen(folder, "100x30", launcher.environment(), "run --watch main.py")) {
            screen.await("run 1");
            save("reads.txt", "main.py");
            screen.await("running main.py again [watch]");
            screen.await("ready");
            screen.press("a");
            screen.press("Enter");
            screen.await("got a");
            screen.await("Ctrl-C ends it");
            screen.press("C-c");
            screen.await("ended: 130");
        }
    }
}

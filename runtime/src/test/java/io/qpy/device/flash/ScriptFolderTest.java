package io.qpy.device.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a script's folder a device has, and what its person is told of the rest. */
class ScriptFolderTest {
    @TempDir
    private Path temp;

    private Path folder;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(temp.toRealPath().resolve("script"));
        Files.writeString(folder.resolve("main.py"), "");
        Files.createDirectories(folder.resolve("lib/sub"));
        Files.writeString(folder.resolve("lib/a.py"), "");
    }

    private Flash flash(String... ignored) throws IOException {
        Flash flash = Flash.inMemory(folder, Ignored.of(List.of(ignored)));
        flash.tells(new Notices(notice -> told.add(notice.text())));
        return flash;
    }

    @Test
    void whatIsNotTheApplicationsIsLeftOut() throws IOException {
        for (String name : List.of(".git", ".venv", "node_modules", "__pycache__", "environment")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.writeString(folder.resolve("environment/pyvenv.cfg"), "");
        Files.writeString(folder.resolve(".settings"), "");
        assertEquals(List.of(".settings", "lib", "main.py"), flash().list("/usr"));
        assertFalse(flash().exists("/usr/.git"));
        assertEquals(List.of(), told);
    }

    @Test
    void theUsersListLeavesOutMore() throws IOException {
        Files.createDirectories(folder.resolve("docs/pages"));
        assertEquals(List.of("docs", "main.py"), flash("lib/", "docs/*").list("/usr"));
        assertEquals(List.of(), flash("docs/*").list("/usr/docs"));
        assertEquals(List.of("docs", "lib", "main.py"), flash("*.md").list("/usr"));
        assertEquals(List.of("sub"), flash("a.py").list("/usr/lib"));
    }

    @Test
    void pipesAndLinksThatLeadBackOrOutAreLeftOutAndTold() throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor());
        Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("lib/sub/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));
        Files.createSymbolicLink(folder.resolve("inside"), Path.of("lib"));
        Flash flash = flash();
        assertEquals(List.of("inside", "lib", "main.py"), flash.list("/usr"));
        assertEquals(List.of(), flash.list("/usr/lib/sub"));
        assertFalse(flash.exists("/usr/pipe"));
        assertEquals(
                List.of(
                        folder + "/pipe is left out of /usr: it is a named pipe, a device or a socket",
                        folder + "/zero is left out of /usr: its link leads out of the script's folder",
                        folder + "/lib/sub/up is left out of /usr: its link leads back to a folder that it is in"),
                told.stream()
                        .sorted((a, b) -> a.contains("lib/sub") ? 1 : a.compareTo(b))
                        .toList());
        flash.move("/usr/lib", "/usr/moved");
        assertEquals(List.of("a.py", "sub"), flash.list("/usr/moved"));
    }

    @Test
    void theRoomThatIsTakenIsCountedOnceAndKept() throws IOException {
        Flash flash = flash();
        long before = flash.blocksUsed("/usr/lib");
        assertEquals(2 + 1 + 2 + 2 + 1, before);
        flash.createFolder("/usr/d");
        flash.move("/usr/main.py", "/usr/d/m.py");
        assertEquals(before + 2, flash.blocksUsed("/usr"));
        flash.delete("/usr/d/m.py");
        flash.move("/usr/d", "/bak/d");
        assertEquals(before - 1, flash.blocksUsed("/usr"));
        assertEquals(4, flash.blocksUsed("/bak"));
    }

    @Test
    void whatWouldNotHaveFittedIsTold() throws IOException {
        Path objects = Files.createDirectories(folder.resolve(".git/objects"));
        for (int i = 0; i < 300; i++) {
            Files.writeString(objects.resolve("o" + i), "x");
        }
        Files.createDirectory(folder.resolve(".small"));
        Flash flash = flash();
        assertEquals(8, flash.blocksUsed("/usr"));
        assertEquals(8, flash.blocksUsed("/usr"));
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("left out of /usr, which has no room for it: .git, .small"), told.get(0));
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Ignored.of(List.of("[")));
    }
}

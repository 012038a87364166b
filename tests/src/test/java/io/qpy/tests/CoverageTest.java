package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import io.qpy.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code qpy test --coverage}. */
class CoverageTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    @Test
    void linesAndBranches() throws Exception {
        project("coverage");
        String output = run(
                        "test",
                        "--timeout",
                        "4s",
                        "--coverage",
                        "--coverage-lcov",
                        "lcov.info",
                        "--coverage-html",
                        "pages")
                .output();
        assertTrue(output.contains("""
                           lines     run  branches     taken  not run
                meter.py      17    82 %         8      75 %  10, 13, 25
                total         17    82 %         8      75 %
                """), output);
        String lcov = Files.readString(folder.resolve("lcov.info"));
        assertTrue(lcov.contains("\nDA:2,1\nDA:5,1\nDA:7,1\nDA:8,1\nDA:9,1\nDA:10,0\n"), lcov);
        assertTrue(lcov.contains("\nBRDA:7,0,0,1\nBRDA:7,0,1,1\nBRDA:9,0,0,0\nBRDA:9,0,1,1\n"), lcov);
        assertTrue(lcov.contains("\nBRF:8\nBRH:6\nLF:17\nLH:14\nend_of_record\n"), lcov);
        String page = Files.readString(folder.resolve("pages/file0.html"));
        assertTrue(page.contains("<pre class=\"partly\">    9      elif x &lt; 0:</pre>"), page);
        assertTrue(page.contains("<pre class=\"missed\">   10          return &quot;negative&quot;</pre>"), page);
        assertTrue(
                Files.readString(folder.resolve("pages/index.html")).contains("<a href=\"file0.html\">meter.py</a>"));
    }

    @Test
    void aScriptBehavesAsWithout() throws Exception {
        project("covered");
        String output = run("test", "--coverage").output();
        assertTrue(output.contains("  File \"usr/app.py\", line 20, in fail\n"), output);
        assertTrue(output.contains("1 failed, 1 passed"), output);
        assertEquals(1, output.lines().filter(line -> line.startsWith("app.py")).count(), output);
    }

    private void project(String name) throws IOException {
        Project.copy(Path.of("projects", name), folder);
    }

    private Launcher.Ended run(String... arguments) throws Exception {
        return new Launcher(home).run(folder, arguments);
    }
}

package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation's python blocks, verbatim from where the documentation lies beside the checkout. */
class DocumentationTest {
    private static final Path DOCUMENT = Path.of("../../shared/docs/quecpython-third-party.md")
            .toAbsolutePath()
            .normalize();

    @TempDir
    private Path home;

    @BeforeEach
    void theDocumentationIsThere() {
        boolean there = Files.exists(DOCUMENT);
        assertTrue(there || !"true".equals(System.getenv("CI")), "CI must have " + DOCUMENT);
        Assumptions.assumeTrue(there, "the documentation is not beside this clone");
    }

    @Test
    void theExamplesRunAsPrinted() throws IOException, InterruptedException {
        Launcher.Ended ended = new Launcher(home).run(home, "doc", "-v", DOCUMENT.toString());
        List<String> failed = ended.output()
                .lines()
                .filter(line -> line.matches(".*\\d+  FAIL .*"))
                .toList();
        assertTrue(ended.output().endsWith(PASSED), ended.output() + ended.errors());
        assertEquals(FAILING, failed.size(), ended.output());
        assertTrue(ended.output().contains("ERROR:error:Test error message!!\nCRIT:error:Test critical message!!\n=="));
        assertTrue(ended.output()
                .contains("INFO:MQTT:Subscribe Recv: Topic=/public/TEST/quecpython,Msg=my name is Quecpython!\n"));
        assertTrue(ended.output().contains("INFO:NtpTime:ntp.aliyun.com\n"), ended.output());
        assertEquals(1, ended.exitCode());
    }

    /** The two cloud examples need modules that qpy does not have yet. */
    private static final int FAILING = 2;

    private static final String PASSED = "16 passed, 2 failed\n";
}

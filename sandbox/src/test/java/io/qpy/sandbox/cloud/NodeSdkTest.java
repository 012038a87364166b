package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qpy.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alibaba's own SDK for Node as a device, a gateway and a sub-device. npm fetches it, so that it is a test of the night. */
@Tag("nightly")
class NodeSdkTest {
    private static final String SDK = "alibabacloud-iot-device-sdk@1.2.8";
    private static final int MINUTES = 5;

    @TempDir
    private Path folder;

    @Test
    void isAnswered() throws Exception {
        assumeTrue(runs("npm", "--version"), "npm is not there");
        assumeTrue(runs("npm", "install", "--no-audit", "--no-fund", SDK), "npm cannot fetch " + SDK);
        try (InputStream script = NodeSdkTest.class.getResourceAsStream("gateway.js")) {
            Files.copy(script, folder.resolve("gateway.js"));
        }
        try (Sandbox sandbox = Clouds.sandbox(true)) {
            String port = String.valueOf(sandbox.aliyun().address().getPort());
            assertEquals(0, run("node", "gateway.js", port, Clouds.SECRET, Clouds.SECRET_2), said());
        }
        assertEquals("""
            properties 200
            event 200
            tags 200
            configuration 200
            add 200
            get 200
            dev2
            login 200
            its properties 200
            its event 200
            its tags 200
            logout 200
            delete 200
            register 200
            """, said());
    }

    private boolean runs(String... command) throws InterruptedException {
        try {
            return run(command) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            return process.waitFor(MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8);
    }
}

package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The two clouds as a person meets them: accounts in qpy.toml, registration from run to run, the console. */
class CloudTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void accounts() throws IOException {
        Files.writeString(folder.resolve("qpy.toml"), """
                [sandbox]
                strict = true
                [sandbox.aliyun.products.a1TestKey01]
                secret = "productsecret123"
                devices = { dev1 = "dev1secret", dev2 = "" }
                [sandbox.tencent.products.ABCDEFGHIJ]
                secret = "TencentProductSecret1234"
                devices = { d1 = "c2VjcmV0c2VjcmV0", d2 = "" }
                """);
    }

    @Test
    void anAlibabaDeviceRegistersOnce() throws Exception {
        registersOnce(
                Scripts.source("clouds/aliyun_registers.py"), "/usr/secret.json", "[INFO] MQTT dynamic registration");
    }

    @Test
    void aTencentDeviceRegistersOnce() throws Exception {
        registersOnce(Scripts.source("clouds/tencent_registers.py"), "/usr/tx_secret.json", "");
    }

    private void registersOnce(String source, String secretFile, String announced) throws Exception {
        Launcher.Ended first = run(source);
        assertTrue(first.output().contains("setMqtt 0\n"), first.errors());
        assertTrue(first.output().contains(announced), first.output());
        Launcher.Ended second = run(source);
        assertTrue(second.output().contains("setMqtt 0\n"), second.errors());
        assertTrue(announced.isEmpty() || !second.output().contains(announced), second.output());
        Launcher.Ended third = run("import uos\nuos.remove('" + secretFile + "')\n" + source);
        assertTrue(third.output().contains("setMqtt -1\n"), third.output());
        assertTrue(third.errors().contains("write {"), third.errors());
        assertTrue(third.errors().contains("into " + secretFile), third.errors());
    }

    @Test
    void aRefusalNamesTheField() throws Exception {
        Launcher.Ended ended = run(Scripts.source("clouds/refusal.py"));
        assertTrue(ended.output().contains("-1\n"), ended.output());
        assertTrue(ended.errors().contains("refused with code 4: password: "), ended.errors());
        assertTrue(
                ended.errors().contains("hmacsha256 of \"clientIdclientdeviceNamedev1productKeya1TestKey01\""),
                ended.errors());
        assertTrue(!ended.errors().contains("dev1secret"), "a secret was printed whole: " + ended.errors());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
    void theConsoleSendsToARunningScript() throws Exception {
        Files.writeString(folder.resolve("main.py"), Scripts.source("clouds/console.py"));
        Launcher launcher = new Launcher(folder);
        Launcher.Running running = launcher.start(folder, "run", "main.py");
        running.awaitOutput("ready");
        Launcher.Ended devices = launcher.run(folder, "cloud", "devices");
        assertTrue(
                devices.output().lines().anyMatch(line -> line.matches("aliyun +a1TestKey01 dev1 +activated +online")));
        Launcher.Ended sent = launcher.run(folder, "cloud", "send", "/a1TestKey01/dev1/user/get", "hello");
        assertEquals(Scripts.expected("clouds/console.py"), sent.output());
        Launcher.Ended ended = running.await();
        assertTrue(ended.output().endsWith("ready\n[b'hello']\n"), ended.output() + ended.errors());
        assertEquals(0, ended.exitCode());
    }

    @Test
    void theConsoleWithoutARunSaysWhatToStart() throws Exception {
        Launcher.Ended ended = new Launcher(folder).run(folder, "cloud", "devices");
        assertEquals(2, ended.exitCode());
        assertTrue(ended.errors().contains("start 'qpy sandbox', or a script that uses a cloud"), ended.errors());
    }

    private Launcher.Ended run(String source) throws Exception {
        Files.writeString(folder.resolve("main.py"), source);
        return new Launcher(folder).run(folder, "run", "main.py");
    }
}

package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation's python blocks, verbatim from where the documentation lies beside the checkout. */
class DocumentationTest {
    @TempDir
    private Path home;

    @Test
    void theExamplesRunAsPrinted() throws IOException, InterruptedException {
        Launcher.Ended ended =
                new Launcher(home).run(home, "doc", "-v", Documentation.file().toString());
        assertTrue(ended.output().endsWith("18 passed, 0 failed\n"), ended.output() + ended.errors());
        assertTrue(ended.output().contains("ERROR:error:Test error message!!\nCRIT:error:Test critical message!!\n=="));
        assertTrue(ended.output()
                .contains("INFO:MQTT:Subscribe Recv: Topic=/public/TEST/quecpython,Msg=my name is Quecpython!\n"));
        assertTrue(ended.output().contains("INFO:NtpTime:ntp.aliyun.com\n"), ended.output());
        assertTrue(ended.output()
                .contains("INFO:ALiYun:Subscribe Recv: Topic=/a1QpyDemo00/demo-device/user/get,Msg=hello world\n"));
        assertTrue(ended.output().contains("INFO:TenCentYun:Subscribe Recv: Topic=QPYDEMO000/demo-device/data,Msg="));
        assertEquals(0, ended.exitCode());
    }
}

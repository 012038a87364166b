package io.qpy.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.flash.Flash;
import io.qpy.support.OpenSsl;
import io.qpy.tests.FakeAliyun.Answer;
import io.qpy.tests.FakeAliyun.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code aLiYun} with one product one secret, 一型一密: facts.md 3.5 to 3.8. */
class ALiYunRegistrationTest {
    private static final String HOST = "a1TestKey01.iot-as-mqtt.cn-shanghai.aliyuncs.com";
    private static final String SECRET = "9facf9aba414ec9eea7c10d8a4cb69a0";
    private static final String PUSHED =
            "{\"productKey\":\"a1TestKey01\",\"deviceName\":\"Test01\",\"deviceSecret\":\"" + SECRET + "\"}";
    private static final Answer WELCOME = new Answer(0, null, false);
    private static final Pattern REGISTERING =
            Pattern.compile("(.*)\\|securemode=2,authType=register,random=([0-9]{5,10}),signmethod=hmacsha256\\|");
    private static final String CONNECT = Scripts.source("aliyun/registration/connect.py");
    private static final String SHOW = "print(open('/usr/secret.json').read())\n";

    @TempDir
    Path folder;

    private FakeAliyun cloud;
    private TestDevice device;

    private void start(Function<Login, Answer> registering) throws Exception {
        cloud = new FakeAliyun(login -> login.tls() ? registering.apply(login) : WELCOME);
        device = newDevice();
    }

    private TestDevice newDevice() throws Exception {
        Files.createDirectories(folder.resolve("script"));
        return new TestDevice()
                .host(HOST, 1883, cloud.address())
                .flash(Flash.stored(folder.resolve("flash"), folder.resolve("script")));
    }

    @AfterEach
    void stop() throws Exception {
        cloud.close();
        UmqttThreads.awaitNone();
    }

    private void check(String script, String expected) {
        device.run(script);
        assertEquals("", device.errors());
        assertEquals(expected, device.output());
        assertTrue(device.notices().stream().noneMatch(line -> line.contains(SECRET) || line.contains("prodSecret")));
    }

    private void said(String part) {
        assertTrue(device.notices().stream().anyMatch(line -> line.contains(part)), device.notices()::toString);
    }

    private void stored(String text) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("script")).resolve("secret.json"), text);
    }

    @Test
    void registersOnceAndKeepsTheSecret() throws Exception {
        start(login -> new Answer(0, PUSHED, false));
        check(CONNECT + SHOW, "[INFO] MQTT dynamic registration\n0\n{\"Test01\": \"" + SECRET + "\"}\n");

        Login first = cloud.logins().get(0);
        Matcher id = REGISTERING.matcher(first.clientId());
        assertTrue(id.matches(), first.clientId());
        assertEquals("id", id.group(1));
        assertEquals("Test01&a1TestKey01", first.user());
        String text = "deviceNameTest01productKeya1TestKey01random" + id.group(2);
        assertEquals(OpenSsl.hmac("sha256", "prodSecret".getBytes(UTF_8), text), first.password());

        device = newDevice();
        check(CONNECT, "[INFO] The MQTT connection was successful\n0\n");
        assertEquals(3, cloud.logins().size());
        for (Login login : cloud.logins().subList(1, 3)) {
            assertEquals("id|securemode=3,signmethod=hmacsha256|", login.clientId());
            String signed = "clientIdiddeviceNameTest01productKeya1TestKey01";
            assertEquals(OpenSsl.hmac("sha256", SECRET.getBytes(UTF_8), signed), login.password());
            assertEquals(90, login.keepAlive());
            assertFalse(login.cleanSession());
        }
    }

    @Test
    void addsToTheSecretsOfOtherDevices() throws Exception {
        stored("{\"Test00\": \"other\"}");
        start(login -> new Answer(0, PUSHED, false));
        check(
                CONNECT + SHOW,
                "[INFO] MQTT dynamic registration\n0\n{\"Test00\": \"other\", \"Test01\": \"" + SECRET + "\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"Test01\": \"9fac", "[\"Test01\"]", "{\"Test01\": 5}"})
    void leavesADamagedFileAsItIs(String damaged) throws Exception {
        stored(damaged);
        start(login -> new Answer(0, PUSHED, false));
        device.run(CONNECT + SHOW);
        assertTrue(device.output().startsWith("[ERROR] File Open failed : "), device.output());
        assertTrue(device.output().endsWith("\n-1\n" + damaged + "\n"), device.output());
        assertEquals("", device.errors());
        said("aLiYun: /usr/secret.json is damaged and is left as it is: it must hold");
        assertEquals(0, cloud.logins().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void saysHowToRestoreTheSecretOfAnActivatedDevice(int code) throws Exception {
        start(login -> new Answer(code, null, false));
        check(
                CONNECT,
                "[INFO] MQTT dynamic registration\n"
                        + "[ERROR] connect failed. Error : registration: MQTT Connect error='" + code + "' FAIL\n-1\n");
        said("an activated device registers only once");
        said("into /usr/secret.json: {\"Test01\": \"<its secret>\"}");
    }

    @Test
    void failsWhenTheCloudLeavesInTheMiddle() throws Exception {
        start(login -> new Answer(0, null, true));
        // The errno depends on whether the client has read CONNACK when the connection ends.
        device.run(CONNECT + "import uos\nprint(uos.listdir('/usr'))");
        assertEquals("", device.errors());
        assertTrue(device.output().contains("[ERROR] connect failed. Error : registration: "), device.output());
        assertTrue(device.output().endsWith("\n-1\n[]\n"), device.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "not JSON", "[]", "{\"deviceSecret\": \"\"}"})
    void failsWithoutASecretInTheAnswer(String pushed) throws Exception {
        start(login -> new Answer(0, pushed, false));
        device.run(CONNECT + "import uos\nprint(uos.listdir('/usr'))");
        assertEquals("", device.errors());
        assertTrue(device.output().endsWith("\n-1\n[]\n"), device.output());
    }

    @Test
    void goesOnWhenTheSecretCannotBeKept() throws Exception {
        start(login -> new Answer(0, PUSHED, false));
        String spoiled = Scripts.source("aliyun/registration/cannot_be_kept.py");
        device.run(spoiled + CONNECT);
        assertTrue(device.output().startsWith("[INFO] MQTT dynamic registration\n[ERROR] File write failed : "));
        assertTrue(device.output().endsWith("\n0\n"), device.output());
        said("aLiYun: the secret of 'Test01' is not kept");
    }
}

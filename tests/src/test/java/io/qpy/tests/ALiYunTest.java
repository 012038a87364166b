package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.mqtt.Login;
import io.qpy.sandbox.mqtt.TopicRules;
import io.qpy.sandbox.mqtt.Verdict;
import io.qpy.support.OpenSsl;
import io.qpy.support.Patience;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code aLiYun} with one device one secret, against a broker that admits everyone and remembers what it was told. */
class ALiYunTest {
    private static final String HOST = "pk123.iot-as-mqtt.cn-shanghai.aliyuncs.com";
    private static final String PRELUDE = Scripts.source("aliyun/begin.py");

    private final List<Login> logins = new CopyOnWriteArrayList<>();
    private final Sandbox sandbox = Sandbox.builder().admission(this::admit).build();
    private final TestDevice device =
            new TestDevice().host(HOST, 1883, sandbox.mqtt().address());

    private Verdict admit(Login login) {
        logins.add(login);
        return Verdict.accept(login.clientId(), TopicRules.ANYTHING);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        UmqttThreads.awaitNone();
    }

    private void check(String script, String expected) {
        device.run(PRELUDE + script);
        assertEquals("", device.errors());
        assertEquals(expected, device.output());
    }

    private void said(String part) {
        assertTrue(device.notices().stream().anyMatch(line -> line.contains(part)), device.notices()::toString);
    }

    /** The password is one that somebody else's program published: a PetKit client's test of its log-in, in Rust. */
    @Test
    void logsInAsPublished() throws Exception {
        check("print(ali.setMqtt('dn456', clean_session=False, keepAlive=120))\nali.disconnect()", "0\n");
        Login login = logins.get(0);
        assertEquals("dn456|securemode=3,signmethod=hmacsha256|", login.clientId());
        assertEquals("dn456&pk123", login.user().orElseThrow());
        assertEquals(
                "9e298bf7d08381ce089fc02b62ebc5fb740bb4622c10678639d84a8c71564ec0",
                login.password().orElseThrow().text());
        assertEquals(120, login.keepAlive());
        assertFalse(login.cleanSession());
        assertFalse(login.tls());
    }

    /** See facts.md 3.20: the rule is Alibaba's, "establish MQTT connections over TCP". */
    @ParameterizedTest
    @CsvSource({"id, 'dev 1'", "'', x", "客户端, 设备"})
    void signsAsOpensslDoes(String id, String name) throws Exception {
        device.run(
                "from aLiYun import aLiYun\nali = aLiYun('pk123', None, '%s', '密钥')\nali.setMqtt('%s' or None)\nali.disconnect()"
                        .formatted(name, id));
        String sent = id.isEmpty() ? "None" : id;
        assertEquals(
                sent + "|securemode=3,signmethod=hmacsha256|", logins.get(0).clientId());
        String text = "clientId" + sent + "deviceName" + name + "productKeypk123";
        assertEquals(
                OpenSsl.hmac("sha256", "密钥".getBytes(StandardCharsets.UTF_8), text),
                logins.get(0).password().orElseThrow().text());
    }

    @Test
    void publishesAndReceives() {
        check(Scripts.source("aliyun/publishes.py"), Scripts.expected("aliyun/publishes.py"));
    }

    /** See facts.md 3.12. */
    @Test
    void takesRetainAsTheThirdArgument() {
        check(Scripts.source("aliyun/retain.py"), Scripts.expected("aliyun/retain.py"));
        List<Event.MqttPublish> published = sandbox.journal().events(Event.MqttPublish.class);
        assertTrue(published.get(0).retain());
        assertEquals(0, published.get(0).qos());
        assertFalse(published.get(1).retain());
        assertEquals(1, published.get(1).qos());
    }

    @Test
    void disconnectsInACallback() {
        check(
                Scripts.source("aliyun/disconnects_in_callback.py"),
                Scripts.expected("aliyun/disconnects_in_callback.py"));
    }

    @Test
    void goesToAnotherRegion() {
        device.host("region.example", 1883, sandbox.mqtt().address());
        check(Scripts.source("aliyun/another_region.py"), Scripts.expected("aliyun/another_region.py"));
    }

    @Test
    void tellsOfAConnectionThatIsLost() {
        check("""
                print(ali.error_register_cb(lambda text: got.append(text)), ali.setMqtt("id", reconn=False), ali.start())
                """, "None 0 None\n", () -> sandbox.mqtt().kick("id|securemode=3,signmethod=hmacsha256|"));
    }

    private void check(String script, String expected, Runnable then) {
        Thread kicker = new Thread(() -> {
            Patience.until(() -> device.output().endsWith(expected), () -> "log-in");
            then.run();
        });
        try (Session session = device.start()) {
            kicker.start(); // The first device of a JVM may take longer than a log-in may.
            session.run(Script.of("main.py", PRELUDE + script + "\nwait(1)\nprint(got[0].isdigit())"));
        }
        assertEquals("", device.errors());
        assertEquals(expected + "True\n", device.output());
    }

    @Test
    void failsWithoutAConnection() {
        check(Scripts.source("aliyun/no_connection.py"), Scripts.expected("aliyun/no_connection.py"));
        said("aLiYun: subscribe: there is no connection");
        said("aLiYun: publish: topic is blank");
    }

    @ParameterizedTest
    @CsvSource({
        "DeviceName, 'aLiYun(\"pk123\", None, \"\", \"s\")'",
        "productKey, 'aLiYun(\"\", None, \"d\", \"s\")'",
        "DeviceSecret, 'aLiYun(\"pk123\", None, \"d\")'",
        "clientID, 'aLiYun(\"pk123\", None, \"d\", \"s\")'",
    })
    void namesWhatIsBlank(String name, String made) {
        check("print(" + made + ".setMqtt(''))", "[ERROR] connect failed. Error : " + name + " is blank\n-1\n");
        said("aLiYun: " + name + " is blank: fill in");
        assertEquals(List.of(), logins);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        check(Scripts.source("aliyun/out_of_range.py"), Scripts.expected("aliyun/out_of_range.py"));
        said("aLiYun: clientID has 65 characters; the cloud takes up to 64");
        said("aLiYun: keepAlive is 4: the documentation allows 60 to 1200 seconds");
    }

    @Test
    void explainsARefusal() {
        sandbox.mqtt().refuseNextLogin(4);
        check("print(ali.setMqtt('id'))", "[ERROR] connect failed. Error : MQTT Connect error='4' FAIL\n-1\n");
        said("aLiYun: productKey, DeviceName and DeviceSecret must be those that the cloud's console shows");
        assertTrue(device.notices().stream().noneMatch(line -> line.contains("secret789")));
    }
}

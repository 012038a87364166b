package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.mqtt.MqttService;
import io.qpy.support.OpenSsl;
import io.qpy.support.Program;
import io.qpy.support.RequiresPrograms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signed by openssl, some sent by mosquitto_pub. */
@RequiresPrograms({"openssl", "mosquitto_pub"})
class LoginTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Sandbox sandbox = Clouds.sandbox(false);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void mosquittoLogsInToAliyun() throws Exception {
        Credentials good = Clouds.aliyun("cid", "dev1", Clouds.SECRET);
        String topic = "/%s/dev1/user/update".formatted(Clouds.PK);
        assertEquals("", mosquittoPub(sandbox.aliyun().mqtt(), good, topic));
        Event.MqttPublish seen = sandbox.journal().await(Event.MqttPublish.class, e -> true, SOON);
        assertEquals("hello", seen.payload().text());
        String said = mosquittoPub(sandbox.aliyun().mqtt(), good.user(user -> "dev2&" + Clouds.PK), topic);
        assertTrue(said.contains("ot authorised") || said.contains("refused"), said);
    }

    @Test
    void mosquittoLogsInToTencent() throws Exception {
        Credentials good = Clouds.tencent("d1", Clouds.PSK);
        String topic = Clouds.PID + "/d1/event";
        assertEquals("", mosquittoPub(sandbox.tencent().mqtt(), good, topic));
        sandbox.journal().await(Event.MqttPublish.class, e -> e.topic().equals(topic), SOON);
    }

    @Test
    void theDemoDevicesLogIn() throws Exception {
        Account ali = sandbox.aliyun().demo();
        String content = "clientId%sdeviceName%sproductKey%s".formatted(ali.clientId(), ali.device(), ali.product());
        talksToItself(
                sandbox.aliyun().mqtt(),
                new Credentials(
                        ali.clientId() + "|securemode=3,signmethod=hmacsha256|",
                        ali.device() + "&" + ali.product(),
                        OpenSsl.hmac("sha256", ali.secret(), content)),
                ali.topic());
        Account tx = sandbox.tencent().demo();
        assertEquals(10, tx.product().length());
        String user = tx.clientId() + ";12010126;5;4102444800";
        byte[] psk = Base64.getDecoder().decode(tx.secret());
        talksToItself(
                sandbox.tencent().mqtt(),
                new Credentials(tx.clientId(), user, OpenSsl.hmac("sha1", psk, user) + ";hmacsha1"),
                tx.topic());
        assertEquals(List.of(), sandbox.journal().events(Event.CloudNote.class));
    }

    /** As the documentation's examples do. */
    private static void talksToItself(MqttService broker, Credentials as, String topic) throws Exception {
        try (MqttClient client = new MqttClient(broker)) {
            assertEquals(0, client.connect(as));
            assertEquals(0, client.subscribe(topic, 0));
            assertEquals(
                    topic + " hello world", client.publish(topic, "hello world").receive());
        }
    }

    @Test
    void toleratesWhatAlibabasOwnSdkAdds() throws Exception {
        String id = Clouds.PK + ".dev1";
        String content = "clientId%sdeviceNamedev1productKey%stimestamp2524608000000".formatted(id, Clouds.PK);
        Credentials sdk = new Credentials(
                id + "|timestamp=2524608000000,_v=sdk-c-3.0.1,securemode=2,signmethod=hmacsha256,lan=C,gw=0,ext=0|",
                "dev1&" + Clouds.PK,
                OpenSsl.hmac("sha256", Clouds.SECRET, content));
        MqttService broker = sandbox.aliyun().mqtt();
        try (MqttClient client = new MqttClient(broker, sandbox.authority().certificate())) {
            assertEquals(0, client.connect(sdk));
        }
        try (MqttClient plain = new MqttClient(broker)) {
            assertEquals(5, plain.connect(sdk));
        }
    }

    @Test
    void signsWithMd5WhereNoMethodIsNamed() throws Exception {
        String content = "clientIdxdeviceNamedev1productKey" + Clouds.PK;
        Credentials md5 =
                new Credentials("x|securemode=3|", "dev1&" + Clouds.PK, OpenSsl.hmac("md5", Clouds.SECRET, content));
        try (MqttClient client = new MqttClient(sandbox.aliyun().mqtt())) {
            assertEquals(0, client.connect(md5));
        }
    }

    @Test
    void letsAnUnknownDeviceInAndSaysSoOnce() throws Exception {
        Credentials unknown = Clouds.aliyun("cid", "nobody", "whatever");
        for (int i = 0; i < 2; i++) {
            try (MqttClient client = new MqttClient(sandbox.aliyun().mqtt())) {
                assertEquals(0, client.connect(unknown));
            }
        }
        List<Event.CloudNote> notes = sandbox.journal().events(Event.CloudNote.class);
        assertEquals(1, notes.size());
        assertEquals(
                "aliyun \"nobody&a1TestKey01\": signature not checked; to have it checked write devices = { \"nobody\" ="
                        + " \"<its DeviceSecret>\" } under [sandbox.aliyun.products.a1TestKey01] in qpy.toml",
                notes.get(0).line());
        try (MqttClient client = new MqttClient(sandbox.tencent().mqtt())) {
            assertEquals(0, client.connect(Clouds.tencent("nobody", "bm9ib2R5cyBwc2sgISEhIQ==")));
        }
    }

    @Test
    void refusesAnUnknownDeviceWhenStrict() throws Exception {
        try (Sandbox strict = Clouds.sandbox(true);
                MqttClient ali = new MqttClient(strict.aliyun().mqtt());
                MqttClient tx = new MqttClient(strict.tencent().mqtt())) {
            assertEquals(5, ali.connect(Clouds.aliyun("cid", "nobody", "whatever")));
            assertEquals(5, tx.connect(Clouds.tencent("nobody", "bm9ib2R5cyBwc2sgISEhIQ==")));
            List<Event.MqttRefused> refused = strict.journal().events(Event.MqttRefused.class);
            assertTrue(refused.get(0).reason().contains("has no device \"nobody\", and strict = true"));
            assertTrue(refused.get(1).reason().contains("[sandbox.tencent.products.ABCDEFGHIJ]"));
        }
    }

    /** The sandbox's clock is what a device is measured against. */
    @Test
    void judgesExpiryByItsOwnClock() throws Exception {
        Clock old = Clock.fixed(Instant.parse("2021-02-03T04:05:06Z"), ZoneOffset.UTC);
        try (Sandbox past = Clouds.builder(false).clock(old).build();
                MqttClient client = new MqttClient(past.tencent().mqtt())) {
            assertEquals(
                    0,
                    client.connect(
                            Clouds.tencent("d1", Clouds.PSK, old.instant().getEpochSecond() + 1)));
        }
    }

    @Test
    void theSecondLoginEndsTheFirst() throws Exception {
        try (MqttClient first = new MqttClient(sandbox.aliyun().mqtt());
                MqttClient second = new MqttClient(sandbox.aliyun().mqtt())) {
            assertEquals(0, first.connect(Clouds.aliyun("one", "dev1", Clouds.SECRET)));
            assertEquals(0, second.connect(Clouds.aliyun("two", "dev1", Clouds.SECRET)));
            assertEquals("closed", first.receive());
            assertTrue(second.ping());
            Event.MqttDisconnect gone = sandbox.journal().await(Event.MqttDisconnect.class, e -> true, SOON);
            assertTrue(gone.reason().startsWith("the device logged in again"), gone.reason());
        }
    }

    @Test
    void publishesNoWillAndSaysSo() throws Exception {
        String topic = Clouds.PID + "/d1/data";
        try (MqttClient client = new MqttClient(sandbox.tencent().mqtt())) {
            assertEquals(0, client.connect(Clouds.tencent("d1", Clouds.PSK).will(topic)));
        }
        Event.MqttDropped dropped = sandbox.journal().await(Event.MqttDropped.class, e -> true, SOON);
        assertEquals(topic, dropped.topic());
        assertEquals(1, sandbox.journal().events(Event.CloudNote.class).size());
    }

    private static String mosquittoPub(MqttService broker, Credentials as, String topic) throws Exception {
        return Program.of(
                        "mosquitto_pub",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(broker.address().getPort()),
                        "-i",
                        as.clientId(),
                        "-u",
                        as.user(),
                        "-P",
                        as.password(),
                        "-k",
                        String.valueOf(as.keepAlive()),
                        "-q",
                        "1",
                        "-t",
                        topic,
                        "-m",
                        "hello")
                .end(new byte[0])
                .output();
    }
}

package io.qpy.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.mqtt.MqttService;
import io.qpy.support.OpenSsl;
import io.qpy.support.RequiresPrograms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A good log-in with one thing wrong, and what the person is told. */
@RequiresPrograms({"openssl", "mosquitto_pub"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorruptionTest {
    private Sandbox sandbox;
    private List<Corruption> aliyun;
    private List<Corruption> tencent;

    /** {@code reason} is a regular expression found in the journal's. */
    record Corruption(Credentials sent, int code, String reason) {
        @Override
        public String toString() {
            return reason;
        }
    }

    @BeforeAll
    void open() throws Exception {
        sandbox = Clouds.sandbox(false);
        aliyun = aliyunCorruptions();
        tencent = tencentCorruptions();
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void thereAreEnough() {
        assertTrue(aliyun.size() + tencent.size() >= 40, aliyun.size() + " and " + tencent.size());
    }

    @ParameterizedTest
    @MethodSource("aliyunCases")
    void aliyunRefuses(Corruption corruption) throws Exception {
        refuses(sandbox.aliyun().mqtt(), corruption);
    }

    @ParameterizedTest
    @MethodSource("tencentCases")
    void tencentRefuses(Corruption corruption) throws Exception {
        refuses(sandbox.tencent().mqtt(), corruption);
    }

    Stream<Corruption> aliyunCases() {
        return aliyun.stream();
    }

    Stream<Corruption> tencentCases() {
        return tencent.stream();
    }

    private void refuses(MqttService broker, Corruption corruption) throws Exception {
        int before = sandbox.journal().events(Event.MqttRefused.class).size();
        try (MqttClient client = new MqttClient(broker)) {
            assertEquals(corruption.code(), client.connect(corruption.sent()));
            assertEquals(0, client.next().length);
        }
        List<Event.MqttRefused> refused = sandbox.journal().events(Event.MqttRefused.class);
        assertEquals(before + 1, refused.size());
        String line = refused.get(before).line();
        assertTrue(line.matches("(?s).*" + corruption.reason() + ".*"), line);
        Refusals.requireOrder(line);
        for (String secret : List.of(
                Clouds.SECRET,
                Clouds.SECRET_2,
                Clouds.PRODUCT_SECRET,
                Clouds.PSK,
                Clouds.PSK_2,
                Clouds.TX_PRODUCT_SECRET)) {
            assertFalse(line.contains(secret), line);
        }
    }

    private static List<Corruption> aliyunCorruptions() throws Exception {
        Credentials good = Clouds.aliyun("cid", "dev1", Clouds.SECRET);
        List<Corruption> all = new ArrayList<>(List.of(
                new Corruption(good.clientId(id -> "cid"), 2, "client id: .*has no \\|"),
                new Corruption(good.clientId(id -> id.substring(0, id.length() - 1)), 2, "client id: .*does not end"),
                new Corruption(good.clientId(id -> id + "x"), 2, "client id: .*does not end"),
                new Corruption(good.clientId(id -> id.substring(3)), 2, "client id: nothing stands before"),
                new Corruption(good.clientId(id -> "c".repeat(62) + id), 2, "client id: .*65 characters, more than 64"),
                new Corruption(
                        good.clientId(id -> id.replace("sha256", "sha512")), 2, "client id: signmethod=hmacsha512"),
                new Corruption(
                        good.clientId(id -> id.replace("signmethod=", "signmethod")), 2, "client id: .*key=value"),
                new Corruption(
                        good.clientId(id -> id.replace("=3,", "=3,securemode=3,")), 2, "client id: securemode .*twice"),
                new Corruption(
                        good.clientId(id -> id.replace("256|", "256,timestamp=now|")), 2, "client id: timestamp=now"),
                new Corruption(good.clientId(id -> id.replace("=3", "=2")), 5, "client id: securemode=2.*plain TCP"),
                new Corruption(
                        good.clientId(id -> id.replace("securemode=3,", "")), 5, "client id: securemode is missing"),
                new Corruption(
                        good.clientId(id -> id.replace("=3", "=2,authType=regnwl")), 5, "client id: authType=regnwl"),
                new Corruption(
                        good.clientId(id -> id.replace("sha256", "sha1")),
                        4,
                        "password: it is made with hmacsha256.*signmethod=hmacsha1"),
                new Corruption(
                        good.clientId(id -> id.replace("256|", "256,timestamp=789|")),
                        4,
                        "password: timestamp=789 .*not signed"),
                new Corruption(good.clientId(id -> "x" + id), 4, "password: clientId was .*cid.* says .*xcid"),
                new Corruption(
                        good.clientId(id -> "CID" + id.substring(3)), 4, "password: clientId was .*cid.* says .*CID"),
                new Corruption(good.user(user -> "dev1" + Clouds.PK), 4, "user name: .*has no &"),
                new Corruption(good.user(user -> "&" + Clouds.PK), 4, "user name: .*lacks the DeviceName"),
                new Corruption(good.user(user -> "dev1&"), 4, "user name: .*lacks the ProductKey"),
                new Corruption(
                        good.user(user -> Clouds.PK + "&dev1"),
                        4,
                        "user name: product key and device name are swapped"),
                new Corruption(
                        good.user(user -> "dev1&" + Clouds.PK.toLowerCase(Locale.ROOT)),
                        4,
                        "user name: .*upper and lower case"),
                new Corruption(
                        good.user(user -> "dev2&" + Clouds.PK),
                        4,
                        "password: it is the password of .*dev1.*user name says .*dev2"),
                new Corruption(
                        good.user(user -> "dev9&" + Clouds.PK),
                        4,
                        "user name: nobody knows .*dev9.*DeviceSecret of .*dev1"),
                new Corruption(
                        good.user(user -> "dev1&" + Clouds.OTHER_PK),
                        4,
                        "user name: nobody knows .*DeviceSecret of .*dev1"),
                new Corruption(
                        good.user(user -> "fresh&" + Clouds.PK), 5, "password: .*fresh.* no DeviceSecret here yet"),
                new Corruption(good.password(p -> ""), 4, "password: it is empty"),
                new Corruption(good.password(p -> Clouds.SECRET), 4, "password: it is the DeviceSecret itself"),
                new Corruption(good.password(p -> p.substring(0, 63)), 4, "password: it has 63 characters.*has 64"),
                new Corruption(good.password(p -> p + "\n"), 4, "password: blanks or a line's end"),
                new Corruption(good.password(CorruptionTest::damaged), 4, "password: it is right but for 1 of"),
                new Corruption(
                        good.password(p -> "0".repeat(64)),
                        4,
                        "password: it is signed with another DeviceSecret.*dev1.*cid"),
                new Corruption(good.keepAlive(0), 5, "keep-alive: 0 s is not within 30 to 1200"),
                new Corruption(good.keepAlive(29), 5, "keep-alive: 29 s"),
                new Corruption(good.keepAlive(1201), 5, "keep-alive: 1201 s")));
        String content = "clientIdciddeviceNamedev1productKey" + Clouds.PK;
        all.add(signed(good, "sha256", Clouds.SECRET_2, content, "password: the DeviceSecret of .*dev2.* was used"));
        all.add(signed(good, "sha256", Clouds.PRODUCT_SECRET, content, "password: the key was the ProductSecret"));
        all.add(signed(good, "sha256", Clouds.SECRET + "\n", content, "password: .*DeviceSecret with a line's end"));
        all.add(signed(good, "sha256", Clouds.SECRET.toUpperCase(Locale.ROOT), content, "password: .*in upper case"));
        all.add(signed(good, "md5", Clouds.SECRET, content, "password: it is made with hmacmd5"));
        all.add(signed(
                good,
                "sha256",
                Clouds.SECRET,
                "deviceNamedev1productKey" + Clouds.PK,
                "password: clientId was not signed"));
        all.add(signed(
                good, "sha256", Clouds.SECRET, "cid" + "dev1" + Clouds.PK, "password: only the values were signed"));
        all.add(signed(
                good,
                "sha256",
                Clouds.SECRET,
                "clientIdciddeviceName" + Clouds.PK + "productKeydev1",
                "password: product key and device name are swapped"));
        all.add(signed(
                good,
                "sha256",
                Clouds.SECRET,
                "clientId" + good.clientId() + "deviceNamedev1productKey" + Clouds.PK,
                "password: the whole client id"));
        all.add(signed(
                good,
                "sha256",
                Clouds.SECRET,
                "clientIddev1deviceNamedev1productKey" + Clouds.PK,
                "password: clientId was .*dev1.*says .*cid"));
        return all;
    }

    private static List<Corruption> tencentCorruptions() throws Exception {
        Credentials good = Clouds.tencent("d1", Clouds.PSK);
        long now = Instant.now().getEpochSecond();
        List<Corruption> all = new ArrayList<>(List.of(
                new Corruption(good.clientId(id -> "ABCDEFGHIJ"), 2, "client id: .*10 letters"),
                new Corruption(good.clientId(id -> id + " "), 2, "client id: .*device name"),
                new Corruption(good.clientId(id -> id + "d".repeat(47)), 2, "client id: .*1 to 48"),
                new Corruption(
                        good.clientId(id -> Clouds.PID + "d2"), 4, "user name: it begins with .*d1.*client id is .*d2"),
                new Corruption(good.user(user -> Clouds.PID + "d1"), 4, "user name: .*1 parts and not 4"),
                new Corruption(good.user(user -> user + ";"), 4, "user name: .*5 parts"),
                new Corruption(good.user(user -> user.replace("d1;", "d2;")), 4, "user name: it begins with"),
                new Corruption(good.user(user -> user.replace("12010126", "1201o126")), 4, "user name: the sdkappid"),
                new Corruption(good.user(user -> user.replace(";38291;", ";;")), 4, "user name: connid"),
                new Corruption(good.user(user -> user + "x"), 4, "user name: expiry"),
                new Corruption(
                        good.user(user -> user + "0"), 4, "password: it is signed with another psk.*connid or expiry"),
                new Corruption(
                        Clouds.tencent("d1", Clouds.PSK, now - 7200), 4, "user name: expiry .*2 h ago.*clock is off"),
                new Corruption(Clouds.tencent("d1", Clouds.PSK, 946_688_400), 4, "user name: expiry .*2000.*days ago"),
                new Corruption(good.password(p -> p.replace(";hmacsha256", "")), 4, "password: it has no ;"),
                new Corruption(
                        good.password(p -> p.replace("hmacsha256", "hmacmd5")), 4, "password: the method .*hmacmd5"),
                new Corruption(
                        good.password(p -> p.replace("hmacsha256", "hmacsha1")),
                        4,
                        "password: it is made with hmacsha256, but says ;hmacsha1"),
                new Corruption(good.password(p -> ";hmacsha256"), 4, "password: the signature before its ; is empty"),
                new Corruption(good.password(p -> Clouds.PSK + ";hmacsha256"), 4, "password: it is the psk itself"),
                new Corruption(good.password(p -> p.substring(1)), 4, "password: the signature before its ; has 63"),
                new Corruption(good.password(CorruptionTest::damaged), 4, "password: it is right but for 1 of"),
                new Corruption(
                        good.password(p -> "0".repeat(64) + ";hmacsha256"),
                        4,
                        "password: it is signed with another psk"),
                new Corruption(good.keepAlive(901), 5, "keep-alive: 901 s"),
                new Corruption(Clouds.tencent("D1", Clouds.PSK), 4, "client id and user name: .*upper and lower"),
                new Corruption(
                        Clouds.tencent("d9", Clouds.PSK), 4, "client id and user name: nobody knows .*psk of .*d1"),
                new Corruption(Clouds.tencent("fresh", Clouds.PSK), 5, "password: .*fresh.* no psk here yet"),
                new Corruption(Clouds.tencent("d1", Clouds.PSK_2), 4, "password: the psk of .*d2.* was used")));
        all.add(new Corruption(
                good.password(p -> hmac(Clouds.PSK, good.user()) + ";hmacsha256"),
                4,
                "password: .*must be decoded first"));
        all.add(new Corruption(
                good.password(p -> hmac(Clouds.TX_PRODUCT_SECRET, good.user()) + ";hmacsha256"),
                4,
                "password: .*ProductSecret"));
        String onlyClientId = OpenSsl.hmac("sha256", Base64.getDecoder().decode(Clouds.PSK), Clouds.PID + "d1");
        all.add(new Corruption(
                good.password(p -> onlyClientId + ";hmacsha256"), 4, "password: only the client id was signed"));
        return all;
    }

    private static Corruption signed(Credentials good, String digest, String key, String content, String reason)
            throws Exception {
        String signature = OpenSsl.hmac(digest, key, content);
        UnaryOperator<String> replace = old -> signature;
        return new Corruption(good.password(replace), 4, reason);
    }

    private static String hmac(String key, String content) {
        try {
            return OpenSsl.hmac("sha256", key, content);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its first character is another. */
    private static String damaged(String password) {
        return (password.charAt(0) == '0' ? "1" : "0") + password.substring(1);
    }
}

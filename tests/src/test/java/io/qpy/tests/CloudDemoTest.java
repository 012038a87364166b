package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.CloudDemo;
import io.qpy.device.Device;
import io.qpy.device.Notices;
import io.qpy.device.console.Console;
import io.qpy.device.modem.Modem;
import io.qpy.device.network.HostTable;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Payload;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a blank stands for in a simulated network: the ways of the documentation's two examples. */
class CloudDemoTest {
    private static final CloudDemo.Account ALIYUN =
            new CloudDemo.Account("a1DemoKey01", "demo", "demoSecret", "qpy", "/a1DemoKey01/demo/user/get");
    private static final CloudDemo.Account TENCENT =
            new CloudDemo.Account("DEMOPRODUC", "demo", "AAAAAAAAAAAAAAAAAAAAAA==", "", "DEMOPRODUC/demo/data");

    private final Sandbox sandbox = Sandbox.create();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<String> subscribed = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        sandbox.close();
        UmqttThreads.awaitNone();
    }

    private Outcome run(String script) {
        Device device = Device.builder()
                .console(new Console(InputStream.nullInputStream(), output, output))
                .notices(new Notices(notice -> notices.add(notice.text())))
                .modem(new Modem(Modem.Identity.SAMPLE, Modem.State.ONLINE))
                .hosts(everywhere(sandbox.mqtt().address()))
                .cloudDemo(demo())
                .build();
        try (Session session = TestDevice.RUNTIME.start(device, false)) {
            return session.run(Script.of("main.py", script));
        }
    }

    private CloudDemo demo() {
        return new CloudDemo() {
            @Override
            public Optional<Account> aliyun() {
                return Optional.of(ALIYUN);
            }

            @Override
            public Optional<Account> tencent() {
                return Optional.of(TENCENT);
            }

            @Override
            public void subscribed(String cloud, String topic) {
                subscribed.add(cloud + " " + topic);
                for (int i = 1; i <= 5; i++) {
                    sandbox.mqtt().publish(topic, Payload.of("message " + i), 0, false);
                }
            }
        };
    }

    private static HostTable everywhere(InetSocketAddress broker) {
        return new HostTable() {
            @Override
            public Optional<Simulated> find(String host) {
                return Optional.of(new Simulated() {
                    @Override
                    public Optional<InetSocketAddress> endpoint(int port, Transport transport) {
                        return Optional.of(broker);
                    }

                    @Override
                    public String description(int port) {
                        return "a broker";
                    }
                });
            }

            @Override
            public boolean reachesOthers() {
                return false;
            }
        };
    }

    private void printed(String expected) {
        assertEquals(expected, output.toString(StandardCharsets.UTF_8));
    }

    private void said(String line) {
        assertEquals(1, notices.stream().filter(line::equals).count(), notices::toString);
    }

    /** The examples wait in an empty loop, which holds the GIL for ever in the second context of one engine. */
    private static final String FIVE = Scripts.source("clouds/demo/five.py");

    @Test
    void fillsWhatAliyunsExampleLeavesBlank() {
        run(FIVE + Scripts.source("clouds/demo/aliyun.py"));
        printed("0\n0 0 None\n");
        assertEquals(List.of("aliyun " + ALIYUN.topic()), subscribed);
        said("aLiYun: productKey is blank: the sandbox's demo device is used, 'a1DemoKey01'");
        said("aLiYun: DeviceSecret is blank: the sandbox's demo device is used, its secret");
        said("aLiYun: clientID is blank: 'qpy' is used");
        said("aLiYun: topic is blank: the demo device's own is used, '/a1DemoKey01/demo/user/get'");
        Event.MqttConnect login =
                sandbox.journal().events(Event.MqttConnect.class).get(0);
        assertEquals("qpy|securemode=3,signmethod=hmacsha256|", login.clientId());
        assertEquals("demo&a1DemoKey01", login.user());
    }

    @Test
    void fillsWhatTencentsExampleLeavesBlank() {
        run(FIVE + Scripts.source("clouds/demo/tencent.py"));
        printed("0\n0 None 0\n");
        assertEquals(List.of("tencent " + TENCENT.topic()), subscribed);
        said("TenCentYun: devicePsk is blank: the sandbox's demo device is used, its secret");
        assertEquals(
                "DEMOPRODUCdemo",
                sandbox.journal().events(Event.MqttConnect.class).get(0).clientId());
    }

    @Test
    void fillsNothingIntoAnotherDevicesIdentity() {
        run(Scripts.source("clouds/demo/another_identity.py"));
        printed("0 -1 0\n[ERROR] connect failed. Error : DeviceName is blank\n-1\n");
        assertEquals(List.of(), subscribed);
        assertTrue(notices.contains("aLiYun: subscribe: topic is blank: fill in one that the device may use"));
    }
}

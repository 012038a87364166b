package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UmqttTest {
    private static final String HOST = "mq.tongxinmao.com";
    private static final int PORT = 18830;

    @TempDir
    Path folder;

    private Mosquitto broker;
    private TestDevice device;

    @BeforeEach
    void start() throws Exception {
        broker = Mosquitto.start(folder, "allow_anonymous true");
        device = new TestDevice().host(HOST, PORT, broker.address());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void publishesAndSubscribes() {
        device.run(
                """
                from umqtt import MQTTClient
                got = []
                def cb(topic, msg):
                    got.append((topic, msg))
                c = MQTTClient("umqtt_client", "mq.tongxinmao.com", "18830")
                c.set_callback(cb)
                print(c.connect(), c.get_mqttsta())
                c.subscribe(b"/public/TEST/quecpython", 1)
                print(c.publish(b"/public/TEST/quecpython", b"my name is Quecpython!", qos=1))
                while not got:
                    c.wait_msg()
                print(got)
                c.disconnect()
                print(c.wait_msg(), c.get_mqttsta())
                """);
        assertEquals("", device.errors());
        assertEquals(
                "0 0\nTrue\n[(b'/public/TEST/quecpython', b'my name is Quecpython!')]\nNone -1\n", device.output());
    }
}

package io.qpy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxHostsTest {
    @ParameterizedTest
    @CsvSource({
        "a1Key.iot-as-mqtt.cn-shanghai.aliyuncs.com, true",
        "iot-as-mqtt.cn-shanghai.aliyuncs.com, true",
        "iot-060a0b0c.mqtt.iothub.aliyuncs.com, true",
        "IOT-ABC.mqtt.iothub.aliyuncs.com, true",
        "iot-abc.amqp.iothub.aliyuncs.com, false",
        "mqtt.iothub.aliyuncs.com, false",
        "x.iot-abc.mqtt.iothub.aliyuncs.com, false",
        "evil-iot-as-mqtt.cn-shanghai.aliyuncs.com, false",
        "iot-abc.mqtt.iothub.aliyuncs.com.example.com, false",
        "ABCDEFGHIJ.iotcloud.tencentdevices.com, true"
    })
    void knowsTheCloudsHosts(String host, boolean known) {
        assertEquals(known, new SandboxHosts(null, Map.of()).find(host).isPresent());
    }
}

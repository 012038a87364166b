package io.qpy.sandbox.cloud.aliyun;

import io.qpy.sandbox.cloud.DeviceId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The strings that are signed: each parameter's name and value, in the order of the names (facts.md 3.5, 3.20). */
final class Content {
    private Content() {}

    static String ofLogin(String clientId, DeviceId device, Optional<String> timestamp) {
        Map<String, String> parameters = names(device);
        parameters.put("clientId", clientId);
        timestamp.ifPresent(at -> parameters.put("timestamp", at));
        return join(parameters);
    }

    static String ofRegistration(DeviceId device, String random) {
        Map<String, String> parameters = names(device);
        parameters.put("random", random);
        return join(parameters);
    }

    static String ofNames(DeviceId device) {
        return join(names(device));
    }

    private static Map<String, String> names(DeviceId device) {
        return new TreeMap<>(Map.of("deviceName", device.name(), "productKey", device.product()));
    }

    private static String join(Map<String, String> parameters) {
        StringBuilder content = new StringBuilder();
        parameters.forEach((name, value) -> content.append(name).append(value));
        return content.toString();
    }
}

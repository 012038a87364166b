package io.qpy.sandbox.cloud.tencent;

import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.Enrolled;
import io.qpy.sandbox.cloud.Hmac;
import io.qpy.sandbox.cloud.Json;
import io.qpy.sandbox.cloud.Refusal;
import io.qpy.sandbox.cloud.Registry;
import io.qpy.sandbox.cloud.Strangers;
import io.qpy.sandbox.cloud.SubDevices;
import io.qpy.sandbox.journal.Payload;
import io.qpy.sandbox.mqtt.Message;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a gateway asks for its sub-devices on {@code $gateway/operation}: to bind them, and to take them on and off line over its connection.
 * Reactor's thread only.
 */
final class TencentSubDevices {
    private static final int BAD_PARAMETER = 801;
    private static final int NO_SUCH_DEVICE = 802;
    private static final int INVALID_SIGNATURE = 803;

    private final Registry registry;
    private final Strangers strangers;
    private final Map<DeviceId, Set<DeviceId>> bound = new LinkedHashMap<>();

    TencentSubDevices(Registry registry, Strangers strangers) {
        this.registry = registry;
        this.strangers = strangers;
    }

    /** Empty for a message that asks for nothing of this. */
    Optional<Message> answer(DeviceId gateway, SubDevices behind, Message message) {
        if (!message.topic().equals(TencentTopics.of("$gateway/operation", gateway))) {
            return Optional.empty();
        }
        Map<String, Object> request = Json.object(message.payload()).orElse(Map.of());
        String type = Json.string(request, "type");
        List<Object> devices =
                switch (type) {
                    case "online", "offline", "bind", "unbind" -> each(gateway, behind, type, request);
                    case "describe_sub_devices" ->
                        bound(gateway).stream().map(id -> (Object) named(id)).toList();
                    default -> null;
                };
        return Optional.ofNullable(devices)
                .map(list -> Json.text(Json.of("type", type, "payload", Json.of("devices", list))))
                .map(body -> new Message(
                        TencentTopics.of("$gateway/operation/result", gateway), Payload.of(body), 0, false));
    }

    private List<Object> each(DeviceId gateway, SubDevices behind, String type, Map<String, Object> request) {
        List<Object> results = new ArrayList<>();
        if (Json.object(request, "payload").get("devices") instanceof List<?> devices) {
            for (Object entry : devices) {
                Map<String, Object> device = Json.object(Json.of("device", entry), "device");
                DeviceId id = new DeviceId(Json.string(device, "product_id"), Json.string(device, "device_name"));
                Map<String, Object> result = named(id);
                result.put("result", result(gateway, behind, type, id, device));
                results.add(result);
            }
        }
        return results;
    }

    private int result(DeviceId gateway, SubDevices behind, String type, DeviceId id, Map<String, Object> device) {
        if (id.product().isEmpty() || id.name().isEmpty()) {
            return BAD_PARAMETER;
        }
        switch (type) {
            case "online" -> {
                return online(behind, id);
            }
            case "bind" -> {
                return bind(gateway, id, device);
            }
            case "unbind" -> {
                bound(gateway).remove(id);
                behind.remove(id);
            }
            default -> behind.remove(id);
        }
        return 0;
    }

    private int online(SubDevices behind, DeviceId id) {
        if (!isAdmitted(id)) {
            return NO_SUCH_DEVICE;
        }
        if (registry.find(id).isPresent() && registry.loggedIn(id, id.product() + id.name())) {
            strangers.tell(id, "activated by its first log-in, behind a gateway");
        }
        return behind.add(id) ? 0 : BAD_PARAMETER;
    }

    private int bind(DeviceId gateway, DeviceId id, Map<String, Object> device) {
        if (!isAdmitted(id)) {
            return NO_SUCH_DEVICE;
        }
        String secret = registry.find(id).map(Enrolled::secret).orElse("");
        if (!secret.isEmpty() && !isSigned(id, secret, device)) {
            return INVALID_SIGNATURE;
        }
        bound(gateway).add(id);
        return 0;
    }

    /** {@code <product><device>;<random>;<timestamp>}, signed with the psk and written in base64. */
    private static boolean isSigned(DeviceId id, String secret, Map<String, Object> device) {
        String content =
                id.product() + id.name() + ";" + Json.string(device, "random") + ";" + Json.string(device, "timestamp");
        Hmac method = Hmac.named(Json.string(device, "signmethod")).orElse(Hmac.HMACSHA1);
        return Psk.decode(secret)
                .map(psk -> Base64.getEncoder().encodeToString(method.digest(psk, content)))
                .filter(Json.string(device, "signature")::equals)
                .isPresent();
    }

    private boolean isAdmitted(DeviceId id) {
        try {
            if (registry.find(id).isEmpty()) {
                strangers.logIn(id, "its psk in base64");
            }
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private Set<DeviceId> bound(DeviceId gateway) {
        return bound.computeIfAbsent(gateway, unused -> new LinkedHashSet<>());
    }

    private static Map<String, Object> named(DeviceId id) {
        return Json.of("product_id", id.product(), "device_name", id.name());
    }
}

package io.qpy.sandbox.cloud.aliyun;

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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a gateway asks for its sub-devices: their topology, their secrets, and their log-ins over its connection. The codes are those of
 * Alibaba's pages on topology and on sub-devices going online. Reactor's thread only.
 */
final class AliyunSubDevices {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 428;
    private static final int BAD_PARAMETER = 460;
    private static final int NO_SUCH_DEVICE = 6100;
    private static final int INVALID_SIGN = 6287;
    private static final int ITSELF = 6402;
    private static final int SECRET_BYTES = 16;

    private final Registry registry;
    private final Strangers strangers;
    private final Map<DeviceId, Set<DeviceId>> topologies = new LinkedHashMap<>();

    AliyunSubDevices(Registry registry, Strangers strangers) {
        this.registry = registry;
        this.strangers = strangers;
    }

    /** A request that is not granted. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int code;

        Refused(int code, String message) {
            super(message);
            this.code = code;
        }
    }

    /** What is done for one device; the result is its entry in the answer's data, if it has one. */
    private interface Step {
        Map<String, Object> take(DeviceId id, Map<String, Object> params);
    }

    /** Empty for a message that asks for nothing of this. */
    Optional<Message> answer(DeviceId gateway, SubDevices behind, Message message) {
        String rest = AliyunTopics.restOfGateway(message.topic(), gateway);
        Map<String, Object> request = Json.object(message.payload()).orElse(Map.of());
        Step login = (id, params) -> login(gateway, behind, id, params);
        Step logout = (id, params) -> logout(behind, id);
        return switch (rest) {
            case "combine/login", "combine/logout" ->
                answered(message, request, () -> one(request, rest.endsWith("login") ? login : logout));
            case "combine/batch_login" ->
                answered(
                        message,
                        request,
                        () -> each(Json.object(request, "params").get("deviceList"), login));
            case "combine/batch_logout" -> answered(message, request, () -> each(request.get("params"), logout));
            case "thing/topo/add" ->
                answered(message, request, () -> each(request.get("params"), (id, params) -> add(gateway, id, params)));
            case "thing/topo/delete" ->
                answered(
                        message,
                        request,
                        () -> each(request.get("params"), (id, params) -> delete(gateway, behind, id)));
            case "thing/topo/get" ->
                answered(message, request, () -> topology(gateway).stream()
                        .map(AliyunSubDevices::named)
                        .toList());
            case "thing/sub/register" -> answered(message, request, () -> each(request.get("params"), this::register));
            default -> Optional.empty();
        };
    }

    private static Optional<Message> answered(Message message, Map<String, Object> request, Supplier<Object> work) {
        int code = OK;
        String text = "success";
        Object data;
        try {
            data = work.get();
        } catch (Refused refused) {
            code = refused.code;
            text = refused.getMessage();
            data = Map.of();
        }
        Map<String, Object> body =
                Json.of("id", Json.string(request, "id"), "code", code, "message", text, "data", data);
        String method = Json.string(request, "method");
        if (!method.isEmpty()) {
            body.put("method", method);
            body.put("version", "1.0");
        }
        return Optional.of(new Message(message.topic() + "_reply", Payload.of(Json.text(body)), 0, false));
    }

    private static Object one(Map<String, Object> request, Step step) {
        Map<String, Object> params = Json.object(request, "params");
        return step.take(device(params), params);
    }

    /** The entries of a list; a single device may stand for one. */
    private static List<Object> each(Object params, Step step) {
        List<?> list =
                params instanceof List<?> several ? several : params instanceof Map<?, ?> ? List.of(params) : List.of();
        if (list.isEmpty()) {
            throw new Refused(BAD_PARAMETER, "request parameter error");
        }
        List<Object> data = new ArrayList<>();
        for (Object entry : list) {
            Map<String, Object> own = Json.object(Json.of("device", entry), "device");
            data.add(step.take(device(own), own));
        }
        return data;
    }

    private static DeviceId device(Map<String, Object> params) {
        DeviceId id = new DeviceId(Json.string(params, "productKey"), Json.string(params, "deviceName"));
        if (id.product().isEmpty() || id.name().isEmpty()) {
            throw new Refused(BAD_PARAMETER, "request parameter error: productKey or deviceName is missing");
        }
        return id;
    }

    private static Map<String, Object> named(DeviceId id) {
        return Json.of("productKey", id.product(), "deviceName", id.name());
    }

    private Map<String, Object> login(DeviceId gateway, SubDevices behind, DeviceId id, Map<String, Object> params) {
        check(id, params, INVALID_SIGN);
        if (!behind.add(id)) {
            throw new Refused(TOO_MANY, "too many sub-devices behind one gateway");
        }
        if (!topology(gateway).contains(id)) {
            strangers.note(
                    id,
                    "it logs in behind %s, to whose topology nobody has added it: the cloud wants thing/topo/add first, or the"
                                    .formatted(gateway.shown())
                            + " same in its console");
        }
        if (registry.find(id).isPresent() && registry.loggedIn(id, Json.string(params, "clientId"))) {
            strangers.tell(id, "activated by its first log-in, behind " + gateway.shown());
        }
        return named(id);
    }

    private static Map<String, Object> logout(SubDevices behind, DeviceId id) {
        behind.remove(id);
        return named(id);
    }

    private Map<String, Object> add(DeviceId gateway, DeviceId id, Map<String, Object> params) {
        if (id.equals(gateway)) {
            throw new Refused(ITSELF, "a gateway cannot be a sub-device of its own");
        }
        check(id, params, UNAUTHORIZED);
        topology(gateway).add(id);
        return named(id);
    }

    private Map<String, Object> delete(DeviceId gateway, SubDevices behind, DeviceId id) {
        topology(gateway).remove(id);
        return logout(behind, id);
    }

    private Set<DeviceId> topology(DeviceId gateway) {
        return topologies.computeIfAbsent(gateway, unused -> new LinkedHashSet<>());
    }

    /** The secret that the device has, or a new one. */
    private Map<String, Object> register(DeviceId id, Map<String, Object> params) {
        Optional<Enrolled> known = registry.find(id);
        if (known.isEmpty()) {
            admitted(() -> strangers.register(id));
        }
        if (known.map(Enrolled::secret).orElse("").isEmpty()) {
            registry.issue(id, HexFormat.of().formatHex(registry.drawSecret(SECRET_BYTES)));
        }
        Map<String, Object> data = named(id);
        data.put("deviceSecret", registry.find(id).orElseThrow().secret());
        data.put("iotId", HexFormat.of().formatHex(registry.drawSecret(SECRET_BYTES)));
        return data;
    }

    /** The signature, where the sandbox knows the device's secret. */
    private void check(DeviceId id, Map<String, Object> params, int otherwise) {
        String clientId = Json.string(params, "clientId");
        String sign = Json.string(params, "sign");
        if (clientId.isEmpty() || sign.isEmpty()) {
            throw new Refused(BAD_PARAMETER, "request parameter error: clientId or sign is missing");
        }
        String secret = registry.find(id).map(Enrolled::secret).orElse("");
        if (secret.isEmpty()) {
            admitted(() -> strangers.logIn(id, "its DeviceSecret"));
            return;
        }
        String timestamp = Json.string(params, "timestamp");
        String content = Content.ofLogin(clientId, id, Optional.of(timestamp).filter(text -> !text.isEmpty()));
        Hmac method = Hmac.named(Json.string(params, "signMethod").toLowerCase(Locale.ROOT))
                .orElse(Hmac.HMACMD5);
        if (!method.hex(secret, content).equalsIgnoreCase(sign)) {
            strangers.note(
                    id,
                    "its signature behind the gateway is wrong: it should be %s of \"%s\" with its DeviceSecret"
                            .formatted(method.label(), content));
            throw new Refused(otherwise, "invalid sign");
        }
    }

    private static void admitted(Runnable stranger) {
        try {
            stranger.run();
        } catch (Refusal refusal) {
            throw new Refused(NO_SUCH_DEVICE, "device not found");
        }
    }
}

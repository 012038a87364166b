package io.qpy.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.qpy.device.Modem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads {@code qpy.toml}. Whatever is wrong in it is one line: file, line, what was expected. */
final class ConfigReader {
    private static final List<String> SECTIONS = List.of("modem", "hosts");
    private static final List<String> MODEM_KEYS = List.of(
            "sim", "registration", "pdp", "signal", "model", "firmware", "imei", "serial", "imsi", "iccid", "number");

    /** Names for the SIM's states, by {@code sim.getStatus()}'s number (facts.md 10.7). */
    private static final Map<String, Integer> SIM =
            Map.of("absent", 0, "ready", 1, "pin", 2, "puk", 3, "initialising", 18);

    /** Names for the registration's states, by {@code net.getState()}'s number (facts.md 10.6). */
    private static final Map<String, Integer> REGISTRATION =
            Map.of("none", 0, "home", 1, "searching", 2, "denied", 3, "unknown", 4, "roaming", 5);

    private final Path file;
    private final String text;
    private Modem.State state = Modem.State.ONLINE;
    private Modem.Identity identity = Modem.Identity.SAMPLE;
    private final Map<String, String> hosts = new LinkedHashMap<>();

    private ConfigReader(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static Config read(Path file) {
        try {
            return new ConfigReader(file, Files.readString(file)).config();
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : e.getMessage();
    }

    private Config config() throws IOException {
        JsonNode root;
        try {
            root = new TomlMapper().readTree(text);
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new UsageException(file + place + ": " + e.getOriginalMessage(), e);
        }
        each(root, SECTIONS, "", (key, value) -> section(key, value));
        return new Config(state, identity, Map.copyOf(hosts));
    }

    private void section(String name, JsonNode value) {
        if (!value.isObject()) {
            throw wrong(name, "write it as a table, [" + name + "]");
        }
        if (name.equals("modem")) {
            each(value, MODEM_KEYS, "modem.", this::modem);
        } else {
            value.properties().forEach(entry -> host(entry.getKey(), entry.getValue()));
        }
    }

    private void each(JsonNode table, List<String> known, String prefix, BiConsumer<String, JsonNode> visitor) {
        table.properties().forEach(entry -> {
            if (!known.contains(entry.getKey())) {
                throw wrong(
                        entry.getKey(),
                        "unknown key '" + prefix + entry.getKey() + "'" + Nearest.hint(entry.getKey(), known));
            }
            visitor.accept(entry.getKey(), entry.getValue());
        });
    }

    private void modem(String key, JsonNode value) {
        switch (key) {
            case "sim" ->
                state = new Modem.State(number(key, value, SIM, 0, 21), state.registration(), state.pdp(), state.csq());
            case "registration" ->
                state = new Modem.State(
                        state.sim(), number(key, value, REGISTRATION, -1, 11), state.pdp(), state.csq());
            case "signal" ->
                state = new Modem.State(
                        state.sim(), state.registration(), state.pdp(), number(key, value, Map.of(), 0, 99));
            case "pdp" -> {
                if (!value.isBoolean()) {
                    throw wrong(key, "modem.pdp is " + value + ", expected true or false");
                }
                state = new Modem.State(state.sim(), state.registration(), value.booleanValue(), state.csq());
            }
            default -> identity = identity(key, string(key, value));
        }
    }

    private Modem.Identity identity(String key, String value) {
        Modem.Identity old = identity;
        return new Modem.Identity(
                key.equals("model") ? value : old.model(),
                key.equals("firmware") ? value : old.firmware(),
                key.equals("imei") ? value : old.imei(),
                key.equals("serial") ? value : old.serialNumber(),
                key.equals("imsi") ? value : old.imsi(),
                key.equals("iccid") ? value : old.iccid(),
                key.equals("number") ? value : old.number());
    }

    private int number(String key, JsonNode value, Map<String, Integer> names, int from, int to) {
        if (value.isTextual() && names.containsKey(value.textValue())) {
            return names.get(value.textValue());
        }
        if (value.isInt() && value.intValue() >= from && value.intValue() <= to) {
            return value.intValue();
        }
        String named = names.isEmpty()
                ? ""
                : " or one of "
                        + String.join(", ", names.keySet().stream().sorted().toList());
        throw wrong(key, "modem." + key + " is " + value + ", expected " + from + " to " + to + named);
    }

    private String string(String key, JsonNode value) {
        if (!value.isTextual()) {
            throw wrong(key, "modem." + key + " is " + value + ", expected a string");
        }
        return value.textValue();
    }

    private void host(String name, JsonNode value) {
        String service = value.isTextual() ? value.textValue() : "";
        if (!SandboxHosts.SERVICES.contains(service) && !service.matches("[^:]+:[0-9]{1,5}")) {
            throw wrong(
                    name,
                    "hosts.\"" + name + "\" is " + value + ", expected one of "
                            + String.join(", ", SandboxHosts.SERVICES) + " or \"address:port\" of a server of yours");
        }
        hosts.put(name, service);
    }

    private UsageException wrong(String key, String message) {
        return new UsageException(file + ":" + line(key) + ": " + message);
    }

    /** The line on which a key stands; Jackson's tree does not keep it. */
    private int line(String key) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().replaceAll("[\\[\"']", "").startsWith(key)) {
                return i + 1;
            }
        }
        return 1;
    }
}

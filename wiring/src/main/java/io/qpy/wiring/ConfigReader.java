package io.qpy.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.qpy.device.Modem;
import io.qpy.sandbox.cloud.Accounts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code qpy.toml}. */
final class ConfigReader {
    private static final List<String> SECTIONS = List.of("modem", "hosts", "tls", "sandbox");
    private static final List<String> MODEM_KEYS = List.of(
            "sim", "registration", "pdp", "signal", "model", "firmware", "imei", "serial", "imsi", "iccid", "number");

    /** Names for the SIM's states, by {@code sim.getStatus()}'s number (facts.md 10.7). */
    private static final Map<String, Integer> SIM =
            Map.of("absent", 0, "ready", 1, "pin", 2, "puk", 3, "initialising", 18);

    /** Names for the registration's states, by {@code net.getState()}'s number (facts.md 10.6). */
    private static final Map<String, Integer> REGISTRATION =
            Map.of("none", 0, "home", 1, "searching", 2, "denied", 3, "unknown", 4, "roaming", 5);

    private Modem.State state = Config.DEFAULT.modem();
    private Modem.Identity identity = Config.DEFAULT.identity();
    private final Path folder;
    private TlsConfig tls = TlsConfig.DEFAULT;
    private Accounts aliyun = Accounts.NONE;
    private Accounts tencent = Accounts.NONE;
    private final Map<String, String> hosts = new LinkedHashMap<>();

    private ConfigReader(Path folder) {
        this.folder = folder;
    }

    static Config read(Path file) {
        ConfigReader reader = new ConfigReader(file.toAbsolutePath().getParent());
        TomlTable root = TomlTable.read(file);
        root.eachKnown(SECTIONS, (name, value) -> reader.section(name, root.table(name, value)));
        return new Config(
                reader.state, reader.identity, Map.copyOf(reader.hosts), reader.tls, reader.aliyun, reader.tencent);
    }

    private void section(String name, TomlTable table) {
        switch (name) {
            case "modem" -> table.eachKnown(MODEM_KEYS, (key, value) -> modem(table, key, value));
            case "hosts" -> table.each((host, value) -> host(table, host, value));
            case "tls" -> tls(table);
            default -> sandbox(table);
        }
    }

    private void tls(TomlTable table) {
        table.eachKnown(List.of("verify", "authorities"), (key, value) -> {
            if (key.equals("verify")) {
                tls = new TlsConfig(table.truth(key, value) ? TlsMode.verify : TlsMode.module, tls.authorities());
            } else {
                tls = new TlsConfig(tls.mode(), authorities(table, key, table.string(key, value)));
            }
        });
    }

    private List<X509Certificate> authorities(TomlTable table, String key, String file) {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!all.isEmpty()) {
                return all;
            }
            throw table.wrong(key, table.path() + key + ": no certificate is in " + file);
        } catch (IOException e) {
            throw table.wrong(key, table.path() + key + ": " + file + " cannot be read");
        } catch (CertificateException e) {
            throw table.wrong(key, table.path() + key + ": " + file + " is not PEM: " + e.getMessage());
        }
    }

    private void sandbox(TomlTable table) {
        table.eachKnown(List.of("strict", "aliyun", "tencent"), (key, value) -> {});
        JsonNode strict = table.node().get("strict");
        boolean refusesStrangers = strict != null && table.truth("strict", strict);
        aliyun = AccountsReader.read(table, "aliyun", refusesStrangers);
        tencent = AccountsReader.read(table, "tencent", refusesStrangers);
    }

    private void modem(TomlTable table, String key, JsonNode value) {
        switch (key) {
            case "sim" -> state = state(number(table, key, value, SIM, 0, 21), state.registration(), state.csq());
            case "registration" ->
                state = state(state.sim(), number(table, key, value, REGISTRATION, -1, 11), state.csq());
            case "signal" ->
                state = state(state.sim(), state.registration(), number(table, key, value, Map.of(), 0, 99));
            case "pdp" ->
                state = new Modem.State(state.sim(), state.registration(), table.truth(key, value), state.csq());
            default -> identity = identity(key, table.string(key, value));
        }
    }

    private Modem.State state(int sim, int registration, int csq) {
        return new Modem.State(sim, registration, state.pdp(), csq);
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

    private static int number(
            TomlTable table, String key, JsonNode value, Map<String, Integer> names, int from, int to) {
        if (value.isTextual() && names.containsKey(value.textValue())) {
            return names.get(value.textValue());
        }
        if (value.isInt() && value.intValue() >= from && value.intValue() <= to) {
            return value.intValue();
        }
        String named = names.isEmpty()
                ? ""
                : " or one of " + names.keySet().stream().sorted().collect(Collectors.joining(", "));
        throw table.wrong(key, table.path() + key + " is " + value + ", expected " + from + " to " + to + named);
    }

    private void host(TomlTable table, String name, JsonNode value) {
        String service = value.isTextual() ? value.textValue() : "";
        if (!SandboxHosts.isService(service) && !service.matches("[^:]+:[0-9]{1,5}")) {
            throw table.wrong(
                    name,
                    "hosts.\"" + name + "\" is " + value + ", expected one of "
                            + String.join(", ", SandboxHosts.SERVICES)
                            + ", tls:WORD (the words: 'qpy sandbox') or \"address:port\" of a server of yours");
        }
        hosts.put(name, service);
    }
}

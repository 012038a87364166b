package io.qpy.wiring;

import io.qpy.device.modem.Modem;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code [modem]}: the radio's state when the device is switched on, and what the module says of itself. */
final class ModemSection {
    /** Names for the SIM's states, by {@code sim.getStatus()}'s number (facts.md 10.7). */
    private static final Map<String, Integer> SIM =
            Map.of("absent", 0, "ready", 1, "pin", 2, "puk", 3, "initialising", 18);

    /** Names for the registration's states, by {@code net.getState()}'s number (facts.md 10.6). */
    private static final Map<String, Integer> REGISTRATION =
            Map.of("none", 0, "home", 1, "searching", 2, "denied", 3, "unknown", 4, "roaming", 5);

    private static final int SIM_UNKNOWN = 21;
    private static final int REGISTRATION_HIGHEST = 11;
    private static final int CSQ_LOWEST_UNUSED = 32;
    private static final int CSQ_UNKNOWN = 99;

    private static final Pattern NAME = Pattern.compile("[!-~][ -~]{0,63}");
    private static final Pattern IMEI = Pattern.compile("[0-9]{15}");
    /** ITU-T E.212: the country's 3 digits, the network's 2 or 3, the subscriber's up to 10. */
    private static final Pattern IMSI = Pattern.compile("[0-9]{6,15}");
    /** ITU-T E.118 has up to 19 digits and a check digit; some operators' have letters to F. */
    private static final Pattern ICCID = Pattern.compile("[0-9A-Fa-f]{18,20}");
    /** Many a SIM card does not know its number. */
    private static final Pattern NUMBER = Pattern.compile("(\\+?[0-9]{1,20})?");

    private static final Modem.State INITIAL = Config.DEFAULT.modem();

    private int sim = INITIAL.sim();
    private int registration = INITIAL.registration();
    private boolean pdp = INITIAL.pdp();
    private int signal = INITIAL.csq();
    private final Map<String, String> identity = new HashMap<>();

    void read(TomlTable table) {
        table.read(new TomlTable.Keys()
                .on("sim", value -> sim = value.number(SIM, 0, SIM_UNKNOWN))
                .on("registration", value -> registration = value.number(REGISTRATION, -1, REGISTRATION_HIGHEST))
                .on("pdp", value -> pdp = value.truth())
                .on("signal", this::signal)
                .on("model", value -> identity(value, NAME, "a name in quotes, as \"EC600N\""))
                .on("firmware", value -> identity(value, NAME, "a name in quotes, as \"EC600SCNLAR01A01M08_OCPU_PY\""))
                .on("serial", value -> identity(value, NAME, "a serial number in quotes"))
                .on("imei", value -> identity(value, IMEI, "15 digits in quotes"))
                .on("imsi", value -> identity(value, IMSI, "6 to 15 digits in quotes"))
                .on("iccid", value -> identity(value, ICCID, "18 to 20 digits in quotes"))
                .on("number", value -> identity(value, NUMBER, "a telephone number in quotes, as \"+8618166328752\"")));
    }

    private void signal(TomlValue value) {
        signal = value.number(0, CSQ_UNKNOWN);
        if (signal >= CSQ_LOWEST_UNUSED && signal < CSQ_UNKNOWN) {
            throw value.wrong("0 to 31, or 99 for unknown");
        }
    }

    private void identity(TomlValue value, Pattern form, String want) {
        identity.put(value.key(), value.string(form, want));
    }

    Modem.State state() {
        return new Modem.State(sim, registration, pdp, signal);
    }

    /** The module's name; null where none is given. */
    String model() {
        return identity.get("model");
    }

    Modem.Identity identity() {
        Modem.Identity sample = Config.DEFAULT.identity();
        return new Modem.Identity(
                identity.getOrDefault("model", sample.model()),
                identity.getOrDefault("firmware", sample.firmware()),
                identity.getOrDefault("imei", sample.imei()),
                identity.getOrDefault("serial", sample.serialNumber()),
                identity.getOrDefault("imsi", sample.imsi()),
                identity.getOrDefault("iccid", sample.iccid()),
                identity.getOrDefault("number", sample.number()));
    }
}

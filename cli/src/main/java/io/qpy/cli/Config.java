package io.qpy.cli;

import io.qpy.device.Modem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code qpy.toml} says.
 *
 * @param modem the radio's state when the device is switched on
 * @param identity what the module says of itself
 * @param hosts the entries of {@code [hosts]}: a host, or host:port, and what answers it
 */
record Config(Modem.State modem, Modem.Identity identity, Map<String, String> hosts) {
    static final Config DEFAULT = new Config(Modem.State.ONLINE, Modem.Identity.SAMPLE, Map.of());

    private static final String FILE = "qpy.toml";

    /** The configuration for scripts of a folder: the nearest {@code qpy.toml} there or above, or the default. */
    static Config of(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Path file = at.resolve(FILE);
            if (Files.exists(file)) {
                return ConfigReader.read(file);
            }
        }
        return DEFAULT;
    }
}

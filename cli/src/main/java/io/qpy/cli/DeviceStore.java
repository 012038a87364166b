package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.device.flash.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The stored devices, one folder each under the user's data folder ({@code QPY_HOME} moves it). */
final class DeviceStore {
    private static final String HISTORY = "prompt-history";

    private final Path home;
    private final Path devices;

    DeviceStore(Path home) {
        this.home = home;
        devices = home.resolve("devices");
    }

    static DeviceStore ofUser() {
        return new DeviceStore(home(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home")));
    }

    static Path home(Map<String, String> environment, String system, String userHome) {
        String named = environment.getOrDefault("QPY_HOME", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault("LOCALAPPDATA", userHome), "qpy");
        }
        if (name.startsWith("mac")) {
            return Path.of(userHome, "Library", "Application Support", "qpy");
        }
        String data = environment.get("XDG_DATA_HOME");
        return data == null || data.isEmpty() ? Path.of(userHome, ".local", "share", "qpy") : Path.of(data, "qpy");
    }

    /** The user's data folder of qpy. */
    Path home() {
        return home;
    }

    /** What was typed at the prompt: in the user's state folder where the system has one, else beside the devices. */
    Path history() {
        String state = System.getenv("XDG_STATE_HOME");
        if (System.getenv().getOrDefault("QPY_HOME", "").isEmpty() && state != null && !state.isEmpty()) {
            return Path.of(state, "qpy", HISTORY);
        }
        Path linux = Path.of(System.getProperty("user.home"), ".local", "share", "qpy");
        return home.equals(linux)
                ? Path.of(System.getProperty("user.home"), ".local", "state", "qpy", HISTORY)
                : home.resolve(HISTORY);
    }

    /** Where a device keeps its flash; the folder is made at its first write. */
    Path flash(String name) {
        Path folder = folder(name);
        try {
            PrivateFolder.shutIfThere(devices);
            PrivateFolder.shutIfThere(folder);
        } catch (IOException e) {
            throw new UsageException(Code.STORAGE, folder + " cannot be made private: " + e.getMessage(), e);
        }
        return folder.resolve("flash");
    }

    private Path folder(String name) {
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            throw new UsageException(
                    Code.NO_DEVICE, "'" + name + "' cannot name a device: use letters, digits, '.', '_' and '-'");
        }
        return devices.resolve(name);
    }

    /** The names of the devices that have stored something, sorted. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(devices)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(devices)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The files on a device, as it names them. */
    List<String> files(String name) throws IOException {
        Path flash = flash(name);
        if (!Files.isDirectory(flash)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(flash)) {
            return entries.filter(Files::isRegularFile)
                    .map(entry -> "/" + flash.relativize(entry).toString().replace('\\', '/'))
                    .filter(entry -> entry.startsWith("/usr/") || entry.startsWith("/bak/"))
                    .sorted()
                    .toList();
        }
    }

    /** Erases a device: what a reflash does to a module. */
    void reset(String name) throws IOException {
        Path folder = folder(name);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}

package io.qpy.cli;

import static io.qpy.cli.OptionMaker.flag;
import static io.qpy.cli.OptionMaker.option;

import io.qpy.device.Code;
import io.qpy.device.flash.Flash;
import io.qpy.device.flash.Ignored;
import io.qpy.wiring.Clouds;
import io.qpy.wiring.Config;
import io.qpy.wiring.WorldTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Which device a command works on, and which folder of the PC is its {@code /usr}. */
final class StoredDevice {
    String name;
    Path folder;
    private boolean fresh;
    private Path working = Path.of("");

    void addTo(CommandSpec spec) {
        spec.addOption(option("--dir", "FOLDER", Path.class, value -> folder = value)
                        .description("A folder that the device has as /usr, as if downloaded; it is never written to.")
                        .build())
                .addOption(option("--device", "NAME", String.class, value -> name = value)
                        .defaultValue("default")
                        .description("The stored device (default: default).")
                        .build())
                .addOption(flag("--fresh", value -> fresh = value, "A throw-away device; nothing is stored."));
    }

    /** Relative folders are meant from here; from the process's own otherwise. */
    void in(Path workingDirectory) {
        working = workingDirectory;
    }

    /** Its flash; without a folder it has only what the device has stored. */
    Flash flash(DeviceStore store) throws IOException {
        if (folder == null) {
            return fresh ? Flash.inMemory() : Flash.stored(store.flash(name));
        }
        Path there = usr();
        Ignored ignored = Config.of(configuredFrom()).ignored();
        return fresh ? Flash.inMemory(there, ignored) : Flash.stored(store.flash(name), there, ignored);
    }

    /** The folder that is its {@code /usr}, absolute. */
    Path usr() {
        Path there = configuredFrom();
        if (!Files.isDirectory(there)) {
            throw new UsageException(
                    Code.FILE_ARGUMENT,
                    folder + (Files.exists(there) ? " is not a folder" : " does not exist")
                            + ": name the folder of your scripts");
        }
        return there;
    }

    /** Where {@code qpy.toml} is looked for. */
    Path configuredFrom() {
        return (folder == null ? working : working.resolve(folder))
                .toAbsolutePath()
                .normalize();
    }

    Clouds clouds(Config config, DeviceStore store, io.qpy.device.Notices notices, WorldTime time) {
        return fresh ? Clouds.forgetful(config, time) : Clouds.remembering(config, store.home(), notices, time);
    }
}

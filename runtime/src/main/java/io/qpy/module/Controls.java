package io.qpy.module;

import io.qpy.device.Device;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is done from outside to the part of the device that a module stands for. A module brings its own, so that no list of
 * tests' verbs or of the configuration's keys has to know it.
 */
public interface Controls {
    /**
     * What a test does: an object of {@link Exposed} methods, which {@code qpytest} has as an attribute of the module's
     * name.
     */
    Object verbs(Device device);

    /** What commands of another terminal do while the device runs, by the command's name: {@code board} of {@code qpy board}. */
    default Map<String, Command> commands(Device device) {
        return Map.of();
    }

    /** The keys that {@code qpy.toml} may have in a table of the module's name. */
    List<Setting> settings();

    /**
     * One such key.
     *
     * @param wanted what it takes, as the error says to a person who wrote something else
     * @param reader gives what is done to a new device for a value (a String, Long, Double or Boolean); null where the key
     *     does not take it
     */
    record Setting(String key, String wanted, Function<Object, Consumer<Device>> reader) {}
}

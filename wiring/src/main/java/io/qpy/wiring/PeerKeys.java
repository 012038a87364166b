package io.qpy.wiring;

import io.qpy.device.Device;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.wiring.peer.PeerScript;
import io.qpy.wiring.peer.Peers;
import io.qpy.wiring.peer.PythonPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of {@code [board]} that name a peer in Python: {@code "peer:sht30.py"}. Each is a peer of its own, but those with the
 * same word, {@code "peer:sht30.py#left"}: a part with a bus and pins.
 */
final class PeerKeys {
    private static final String PEER = "peer:";

    /** Of all peers; its engine is made when the first begins. */
    private static final QpyRuntime RUNTIME = new QpyRuntime(Modules.all());

    private final Path folder;

    /** The path of the port or bus that a shared peer has, by its name. */
    private final Map<String, String> connected = new HashMap<>();

    /** @param folder where paths begin: that of {@code qpy.toml} */
    PeerKeys(Path folder) {
        this.folder = folder;
    }

    /** Gives a device's own peer. */
    interface Peer {
        PythonPeer of(Device device);
    }

    static boolean isPeer(TomlValue value) {
        return value.value() instanceof String text && text.startsWith(PEER);
    }

    /** The peer at a port or a bus, of which it can have one. */
    Peer read(TomlValue value) {
        String text = value.string().substring(PEER.length());
        String other = isShared(text) ? connected.putIfAbsent(text, value.path()) : null;
        if (other != null) {
            throw value.fault(
                    "the peer " + text + " is at " + other + " already: it has one port or bus, and any pins");
        }
        return read(text, value);
    }

    /** The peer at a pin. */
    Peer readAtPin(TomlValue value) {
        String text = value.string();
        return read(text.startsWith(PEER) ? text.substring(PEER.length()) : text, value);
    }

    private static boolean isShared(String text) {
        return text.indexOf('#') > 0;
    }

    private Peer read(String text, TomlValue value) {
        Path file = file(folder, isShared(text) ? text.substring(0, text.indexOf('#')) : text, value);
        try {
            PeerScript script = new PeerScript(Script.read(file, List.of()), file.getParent());
            String name = isShared(text) ? text : null;
            return device -> {
                RUNTIME.makeEngineAhead();
                return device.part(Peers.class, Peers::new).get(RUNTIME, script, name);
            };
        } catch (IOException e) {
            throw value.fault(file + " cannot be read: " + e.getMessage());
        }
    }

    /** The file of that name, which is there. */
    static Path file(Path folder, String path, TomlValue value) {
        try {
            Path file = folder.resolve(path);
            if (!path.isBlank() && Files.exists(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            // As one that does not exist.
        }
        throw value.wrong("a file after the colon that exists, as in modbus:registers.toml or peer:meter.py");
    }
}

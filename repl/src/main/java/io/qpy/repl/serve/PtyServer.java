package io.qpy.repl.serve;

import io.qpy.repl.board.Port;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.ControlFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/** Offers a device's port as a pseudo-terminal, which programs open like a serial line; a link gives it a name. */
public final class PtyServer implements Closeable {
    private final JniNativePty pty;
    private final Path link;
    private final Port port;

    private PtyServer(JniNativePty pty, Path link, Port port) {
        this.pty = pty;
        this.link = link;
        this.port = port;
    }

    /**
     * Opens a pseudo-terminal.
     *
     * @param link where programs find it; a link of an earlier run is replaced
     * @throws IOException where the system has none, or something else is at the link
     */
    public static PtyServer open(Path link, Port port) throws IOException {
        if (!(new JniTerminalProvider().open(raw(), Size.of(80, 24)) instanceof JniNativePty pty)) {
            throw new IOException("this system has no pseudo-terminals");
        }
        try {
            replace(link, Path.of(pty.getName()));
        } catch (IOException e) {
            pty.close();
            throw e;
        }
        PtyServer server = new PtyServer(pty, link, port);
        port.attachLine(pty.getMasterOutput());
        Thread reader = new Thread(server::pump, "qpy-port-input");
        reader.setDaemon(true);
        reader.start();
        return server;
    }

    private static void replace(Path link, Path device) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).startsWith(device.getParent())) {
            Files.delete(link);
        }
        try {
            Files.createSymbolicLink(link, device);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(link + " exists already: name a path that is free", e);
        }
    }

    /** A line that changes nothing on its way. */
    private static Attributes raw() {
        Attributes attributes = new Attributes();
        attributes.setControlFlag(ControlFlag.CS8, true);
        attributes.setControlFlag(ControlFlag.CREAD, true);
        attributes.setControlFlag(ControlFlag.CLOCAL, true);
        attributes.setControlChar(ControlChar.VMIN, 1);
        attributes.setControlChar(ControlChar.VTIME, 0);
        return attributes;
    }

    private void pump() {
        byte[] buffer = new byte[4096];
        try (InputStream in = pty.getMasterInput()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                port.received(buffer, 0, count);
            }
        } catch (IOException e) {
            port.close();
        }
    }

    /** Where clients find it. */
    @Override
    public String toString() {
        return link.toString();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(link);
        pty.close();
    }
}

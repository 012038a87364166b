package io.qpy.serial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.ControlFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/**
 * A pseudo-terminal, which programs open like a serial line. A link gives it a name. Programs come and go unseen: JLine's
 * object keeps the programs' side open too, else reading would fail once the first of them has closed it.
 */
public final class PseudoTerminal extends OutsideLine {
    private static final int BUFFER_BYTES = 4096;

    private final JniNativePty pty;
    private final Path link;
    private final LineOwner owner;
    private volatile boolean closed;

    private PseudoTerminal(JniNativePty pty, Path link, LineOwner owner) {
        super(true);
        this.pty = pty;
        this.link = link;
        this.owner = owner;
    }

    /**
     * Makes a pseudo-terminal.
     *
     * @param link where programs find it. A link that an earlier run has left there is replaced.
     * @throws IOException if the system has none, or the link cannot be made
     */
    public static PseudoTerminal open(Path link, LineOwner owner) throws IOException {
        if (!(new JniTerminalProvider().open(raw(), Size.of(80, 24)) instanceof JniNativePty pty)) {
            throw new SerialException("this system has no pseudo-terminals: use TCP");
        }
        try {
            replace(link, Path.of(pty.getName()));
        } catch (IOException e) {
            close(pty);
            throw e;
        }
        PseudoTerminal line = new PseudoTerminal(pty, link, owner);
        line.sendTo(pty.getMasterOutput());
        owner.connected(pty.getMasterOutput());
        start(line::pump, "qpy-serial-input");
        return line;
    }

    private static void replace(Path link, Path device) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).startsWith(device.getParent())) {
            Files.delete(link);
        }
        try {
            Files.createSymbolicLink(link, device);
        } catch (FileAlreadyExistsException e) {
            throw new SerialException(link + " exists already: name a path that is free", e);
        } catch (NoSuchFileException e) {
            throw new SerialException("the folder " + link.toAbsolutePath().getParent() + " does not exist", e);
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

    private static void close(JniNativePty pty) throws IOException {
        pty.close();
        pty.getSlaveOutput().close(); // JLine leaves the programs' side open
    }

    private void pump() {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = pty.getMasterInput();
            for (int count = in.read(buffer); count >= 0 && !closed; count = in.read(buffer)) {
                owner.received(buffer, 0, count);
            }
            close(pty);
        } catch (IOException e) {
            if (!closed) {
                owner.disconnected("the pseudo-terminal has failed: " + e.getMessage());
            }
        }
    }

    /** Has the reader look whether the line is closed, and close the pseudo-terminal. A read from it ends in no other way. */
    private void wakeReader() {
        try {
            pty.getSlaveOutput().write(0);
        } catch (IOException e) {
            // It has ended already.
        }
    }

    @Override
    public String toString() {
        return link.toString();
    }

    @Override
    public void close() throws IOException {
        drain();
        closed = true;
        sendTo(null);
        // Another run may have made the link its own meanwhile.
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(Path.of(pty.getName()))) {
            Files.delete(link);
        }
        // On another thread: this waits while a program has sent more than the owner takes.
        start(this::wakeReader, "qpy-serial-close");
    }
}

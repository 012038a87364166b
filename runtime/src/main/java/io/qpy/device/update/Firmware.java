package io.qpy.device.update;

import io.qpy.device.Part;
import io.qpy.device.flash.Flash;
import io.qpy.device.flash.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The module's firmware, as far as it can be exchanged (facts-board.md B11.1 to B11.7): a package that is written piece by piece, verified, and
 * takes effect at the next start. Here that is a version alone: the modules that a script imports stay. A package that was verified waits in
 * the flash, so the power may go at any time: the old version is there, or the new.
 */
public final class Firmware implements Part {
    private static final String WAITING = "waiting";
    private static final String VERSION = "version";

    /** How a package that was written is. */
    public enum Verdict {
        /** It takes effect at the next start. */
        GOOD,
        /** It is none of qpy's: taken as good, and it changes nothing. */
        STRANGE,
        /** Fewer or more bytes were written than it has. */
        INCOMPLETE,
        /** Its sum is wrong. */
        DAMAGED,
        /** Nothing was written. */
        NONE
    }

    private final PrivateFiles files;
    private ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long total;
    private boolean verified; // what is written next is another package

    public Firmware(Flash flash) {
        files = new PrivateFiles(flash, "/.firmware");
        start(); // what waited when the last process ended
    }

    /** Begins a package of so many bytes: what was written before is forgotten. */
    public synchronized void begin(long size) {
        written = new ByteArrayOutputStream();
        total = size;
        verified = false;
    }

    /** Writes a piece of a package of so many bytes; returns false for more than these. */
    public synchronized boolean write(byte[] piece, long size) {
        if (verified || size != total) {
            begin(size);
        }
        if (written.size() + piece.length > total) {
            return false;
        }
        written.writeBytes(piece);
        return true;
    }

    public synchronized int writtenBytes() {
        return written.size();
    }

    public synchronized long totalBytes() {
        return total;
    }

    /** Verifies what was written; a good package waits for the next start. */
    public synchronized Verdict verify() throws IOException {
        verified = true;
        byte[] bytes = written.toByteArray();
        if (bytes.length == 0) {
            return Verdict.NONE;
        }
        if (bytes.length != total) {
            return Verdict.INCOMPLETE;
        }
        FirmwarePackage read = FirmwarePackage.read(bytes);
        if (read == null) {
            return Verdict.STRANGE;
        }
        if (!read.isWhole()) {
            return Verdict.DAMAGED;
        }
        files.write(WAITING, read.version().getBytes(StandardCharsets.UTF_8));
        return Verdict.GOOD;
    }

    /** The version of the firmware that was installed; empty for what the module was delivered with. */
    public synchronized Optional<String> version() {
        return text(VERSION);
    }

    private Optional<String> text(String name) {
        return files.readable(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private void start() {
        Optional<String> waiting = text(WAITING);
        if (waiting.isEmpty()) {
            return;
        }
        try {
            files.write(VERSION, waiting.get().getBytes(StandardCharsets.UTF_8));
            files.delete(WAITING);
        } catch (IOException e) {
            // The power has failed: the next start goes on.
        }
    }

    @Override
    public synchronized void restart() {
        begin(0);
        start();
    }

    @Override
    public Runnable snapshot() {
        return files.snapshot(List.of(VERSION, WAITING));
    }
}

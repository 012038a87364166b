package io.qpy.device.flash;

import io.qpy.device.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The file that the firmware's boot leaves in {@code /usr} where it finds none (facts.md 7.5, 11.4). It is written when
 * a script first looks for it, so that no start waits for it, into the device's own storage.
 */
public final class BootFiles implements Part {
    private static final String FOLDER = "/usr";
    private static final String FILE = "/usr/system_config.json";
    private static final String UPDATE = "/usr/.updater/update.flag";
    private static final String CONTENT = "{\"replFlag\": 0}";

    private final Flash flash;
    private final boolean boots;
    private boolean left;

    /** @param boots whether the firmware's boot runs on the device at all */
    public BootFiles(Flash flash, boolean boots) {
        this.flash = flash;
        this.boots = boots;
    }

    /** The firmware's boot runs again. */
    @Override
    public synchronized void restart() {
        left = false;
    }

    /** Whether an update over the air of the script's files waits: the boot puts it in place (facts-board.md B11.22). */
    public boolean hasUpdate() {
        return flash.exists(UPDATE);
    }

    /** A script is about to read or list a path. */
    public synchronized void lookedAt(String path) {
        if (!boots || left || !(path.equals(FOLDER) || path.equals(FILE))) {
            return;
        }
        left = true;
        if (!flash.exists(FILE)) {
            write();
        }
    }

    private void write() {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        try (OutputStream out = Channels.newOutputStream(flash.open(FILE, options))) {
            out.write(CONTENT.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The storage refuses; the script's own first write says so.
        }
    }
}

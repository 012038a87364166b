package io.qpy.firmware;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.flash.FlashErrors;
import io.qpy.device.flash.Media;
import io.qpy.device.flash.Medium;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.util.List;
import java.util.TreeSet;

/** The host object of {@code uos}: what GraalPy's {@code posix} module cannot do on a file system of one's own. */
final class UosHost {
    /** Of the module's own file systems, as the vendor's sample has it (facts.md 10.5). */
    private static final long BLOCKS = 256;

    private final Device device;
    private final Callbacks callbacks;
    private final Media media;

    UosHost(ModuleContext context) {
        device = context.device();
        callbacks = context.callbacks();
        media = device.part(Media.class, each -> new Media());
    }

    /** Random bytes. */
    @Exposed
    byte[] draw(int bytes) {
        byte[] drawn = new byte[bytes];
        device.random().nextBytes(drawn);
        return drawn;
    }

    /** Moves a file or a folder; GraalPy asks for an atomic move, which no such file system can promise. */
    @Exposed
    void rename(String from, String to) {
        FlashErrors.inScript(device.notices(), () -> {
            device.flash().move(from, to);
            return to;
        });
    }

    /** How many blocks the file system has that a path is in, and how many are taken. */
    @Exposed
    List<Long> blocks(String path) {
        Medium medium = device.flash().mounts().at(path);
        long blocks = medium == null ? BLOCKS : Math.min(medium.blocks(), Integer.MAX_VALUE);
        return List.of(blocks, FlashErrors.inScript(device.notices(), () -> device.flash()
                .blocksUsed(path)));
    }

    /** The SD card at an SPI port. */
    @Exposed
    MediumHost card(int port) {
        return found(
                media.card(port),
                "no SD card is at SPI" + port
                        + "; the module would wait for one for ever. One is connected in qpy.toml:"
                        + " [board.sd] size = 32");
    }

    /** The SD card in the slot. */
    @Exposed
    MediumHost slot() {
        return found(
                media.card(Media.SLOT),
                "no SD card is in the slot; one is connected in qpy.toml: [board.sd] size = 32");
    }

    /** A partition that littlefs is on. */
    @Exposed
    MediumHost partition(String name, int port) {
        return switch (name) {
            case "customer_fs" -> new MediumHost(Medium.USR);
            case "customer_backup_fs" -> new MediumHost(Medium.BAK);
            case "ext_fs" ->
                found(
                        media.external(port),
                        "no flash memory is at SPI" + port + "; one is connected in qpy.toml: [board.ext_fs] size = 8");
            default -> found(null, "there is no partition '" + name + "'; \"ext_fs\" is the external flash memory");
        };
    }

    private MediumHost found(Medium medium, String otherwise) {
        if (medium == null) {
            device.notices().sayOnce(Code.NO_MEDIUM, otherwise);
            throw DeviceError.os(Errno.ENODEV);
        }
        return new MediumHost(medium);
    }

    /** Mounts it at a path below the root that is free. */
    @Exposed
    void mount(String path, MediumHost medium) {
        device.flash().mounts().add(path, medium.medium());
    }

    /** Whether something was mounted there. */
    @Exposed
    boolean unmount(String path) {
        return device.flash().mounts().remove(path);
    }

    /** The numbers of the module's pins. */
    @Exposed
    List<Integer> gpios() {
        return List.copyOf(new TreeSet<>(device.board().model().gpios()));
    }

    /** The script has named the pin that tells of the card. */
    @Exposed
    void detect() {
        media.detect();
    }

    /** The function is called with 1 when the card is put in, and with 0 when it is taken out. */
    @Exposed
    void onCard(Callback callback) {
        media.listen(in -> callbacks.offer(callback, in));
    }
}

package io.qpy.device.flash;

/** A storage that a script mounts. Its files lie in a folder of the device's storage. */
public final class Medium {
    /** Of the module's own flash: its files have no other folder, and nobody takes it out. */
    public static final Medium USR = new Medium("usr", Long.MAX_VALUE);

    public static final Medium BAK = new Medium("bak", Long.MAX_VALUE);

    private final String folder;
    private final long blocks;
    private volatile boolean present = true;

    private Medium(String folder, long blocks) {
        this.folder = folder;
        this.blocks = blocks;
    }

    /** An SD card of so many megabytes. */
    public static Medium sdCard(int megabytes) {
        return new Medium(Mounts.SD_CARD.substring(1), blocks(megabytes));
    }

    /** A flash memory at the module's SPI pins. */
    public static Medium externalFlash(int megabytes) {
        return new Medium(Mounts.EXTERNAL.substring(1), blocks(megabytes));
    }

    /** A NAND flash memory at the module's SPI pins. */
    public static Medium nand(int megabytes) {
        return new Medium(Mounts.NAND.substring(1), blocks(megabytes));
    }

    private static long blocks(int megabytes) {
        return (long) megabytes * (1 << 20) / Blocks.BYTES;
    }

    /** Of its files, in the device's storage. */
    String path() {
        return "/" + folder;
    }

    /** How many blocks of 4096 bytes it has. */
    public long blocks() {
        return blocks;
    }

    /** Whether it is there: a card can be taken out. */
    public boolean isPresent() {
        return present;
    }

    public void setPresent(boolean value) {
        present = value;
    }
}

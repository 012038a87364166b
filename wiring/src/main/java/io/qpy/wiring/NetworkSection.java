package io.qpy.wiring;

/** {@code [network]}: what a script reaches. */
final class NetworkSection {
    private boolean loopback = true;

    void read(TomlTable table) {
        table.read(new TomlTable.Keys().on("loopback", value -> loopback = value.truth()));
    }

    /** Whether it reaches the ports of this PC. */
    boolean loopback() {
        return loopback;
    }
}

package io.qpy.device.modem;

import io.qpy.device.Part;

/** The module as a network card at its USB port. It keeps its type when the module restarts; it is closed then. */
public final class UsbNet implements Part {
    /** ECM, as {@code misc.USBNET} numbers the types (facts-board.md B3.26). */
    private static final int ECM = 1;

    private int type = ECM;
    private boolean open;
    private int nat;

    public synchronized int type() {
        return type;
    }

    public synchronized void become(int newType) {
        type = newType;
    }

    public synchronized boolean isOpen() {
        return open;
    }

    public synchronized void open(boolean value) {
        open = value;
    }

    /** Whether it has IPv6: 0 it may, 1 it does not (facts-board.md B3.26). */
    public synchronized int nat() {
        return nat;
    }

    public synchronized void setNat(int value) {
        nat = value;
    }

    @Override
    public synchronized void restart() {
        open = false;
    }

    @Override
    public synchronized Runnable snapshot() {
        int savedType = type;
        boolean wasOpen = open;
        int savedNat = nat;
        return () -> {
            synchronized (this) {
                type = savedType;
                open = wasOpen;
                nat = savedNat;
            }
        };
    }
}

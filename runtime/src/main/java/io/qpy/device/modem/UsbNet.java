package io.qpy.device.modem;

import io.qpy.device.Part;

/** The module as a network card at its USB port. It keeps its type when the module restarts; it is closed then. */
public final class UsbNet implements Part {
    /** ECM, as {@code misc.USBNET} numbers the types (facts-board.md B3.26). */
    private static final int ECM = 1;

    private int type = ECM;
    private boolean open;

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

    @Override
    public synchronized void restart() {
        open = false;
    }

    @Override
    public synchronized Runnable snapshot() {
        int savedType = type;
        boolean wasOpen = open;
        return () -> {
            synchronized (this) {
                type = savedType;
                open = wasOpen;
            }
        };
    }
}

package io.qpy.pymodules.hardware;

import io.qpy.device.board.Uart;
import io.qpy.module.Exposed;

/** What tests do to a serial port; {@code qpytest.board.uart} is made of it. */
final class UartVerbs {
    private final Uart uart;

    UartVerbs(Uart uart) {
        this.uart = uart;
    }

    @Exposed
    boolean isOpen() {
        return uart.isOpen();
    }

    /** The script receives these at the port's rate. */
    @Exposed
    void send(byte[] bytes) {
        uart.receive(bytes);
    }

    /** As the module calls it: UART2. */
    @Exposed
    String name() {
        return uart.toString();
    }

    /** How many bytes the script has sent. */
    long sentInAll() {
        return uart.probe().sentInAll();
    }

    /** What it has sent after so many bytes, as far as it is kept. */
    byte[] sentSince(long count) {
        return uart.probe().since(count);
    }

    /** What the script has sent, and no test has taken. */
    @Exposed
    byte[] received() {
        return uart.probe().present();
    }

    /** So many bytes of it; None if there are not so many yet. */
    @Exposed
    byte[] take(int count) {
        return uart.probe().take(count);
    }

    /** All of it up to and with a pattern; None if it is not there yet. */
    @Exposed
    byte[] takeUntil(byte[] pattern) {
        return uart.probe().takeUntil(pattern);
    }

    @Exposed
    void plug(boolean plugged) {
        uart.plug(plugged);
    }

    @Exposed
    void respond(byte[] pattern, byte[] answer) {
        uart.probe().respond(pattern, answer);
    }
}

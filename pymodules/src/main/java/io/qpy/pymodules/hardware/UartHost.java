package io.qpy.pymodules.hardware;

import io.qpy.device.board.Board;
import io.qpy.device.board.Pin;
import io.qpy.device.board.Uart;
import io.qpy.device.board.UartSettings;
import io.qpy.module.Callback;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import java.util.List;

/** What {@code machine.UART} asks of a port. A run goes on as long as it is open and has a callback. */
final class UartHost {
    /** What has happened, for the script: bytes have come. */
    private static final int RECEIVED = 0;

    private final Uart uart;
    private final Board board;
    private final Callbacks callbacks;
    private boolean hasCallback;

    UartHost(Uart uart, Board board, Callbacks callbacks) {
        this.uart = uart;
        this.board = board;
        this.callbacks = callbacks;
    }

    @Exposed
    void open(int baud, int dataBits, int parity, int stopBits, int flow) {
        uart.open(new UartSettings(baud, dataBits, parity, stopBits, flow));
        expect();
    }

    private void expect() {
        if (hasCallback && uart.isOpen()) {
            callbacks.expect(this);
        } else {
            callbacks.forget(this);
        }
    }

    @Exposed
    void close() {
        uart.shut();
        expect();
    }

    @Exposed
    int available() {
        return uart.available();
    }

    /** At most so many bytes of what has come; None if the port is closed. */
    @Exposed
    byte[] read(int most) {
        return uart.read(most);
    }

    /** The same up to the first line feed. */
    @Exposed
    byte[] readLine(int most) {
        return uart.readLine(most);
    }

    /** Whether the port is open. */
    @Exposed
    boolean write(byte[] bytes) {
        return uart.write(bytes);
    }

    /** Calls with {@code [0, port, size]}; None calls nothing. */
    @Exposed
    void onReceived(Callback function) {
        uart.onReceived(
                function == null ? null : size -> callbacks.offer(function, List.of(RECEIVED, uart.number(), size)));
        hasCallback = function != null;
        expect();
    }

    /** Makes a pin's level {@code level} while the port sends, and the other when it does not; whether there is such a pin. */
    @Exposed
    boolean steer(int number, int level) {
        Pin pin = board.pin(number);
        if (pin == null) {
            return false;
        }
        pin.set(Pin.OUT, Pin.PULL_DISABLE, 1 - level);
        uart.onSending(sending -> pin.write(sending ? level : 1 - level));
        return true;
    }
}

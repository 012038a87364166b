package io.qpy.wiring;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.board.Uart;
import io.qpy.device.board.UartPeer;
import io.qpy.device.board.UartSettings;
import io.qpy.serial.LineOwner;
import io.qpy.serial.LineSettings;
import io.qpy.serial.LineSettings.Parity;
import io.qpy.serial.SerialAddress;
import io.qpy.serial.SerialException;
import io.qpy.serial.SerialLine;
import java.io.IOException;
import java.nio.file.Path;

/** A serial line of this PC at a UART. It is opened for the run, or when the script opens the port. */
final class SerialPeer implements UartPeer {
    private static final Parity[] PARITIES = {Parity.NONE, Parity.EVEN, Parity.ODD};

    private final SerialAddress address;
    private final Path folder;
    private final Uart uart;
    private final Notices notices;
    private final TomlValue place;
    private SerialLine line;
    private boolean failed;

    /** @param place where {@code qpy.toml} says so */
    SerialPeer(SerialAddress address, Path folder, Uart uart, Notices notices, TomlValue place) {
        this.address = address;
        this.folder = folder;
        this.uart = uart;
        this.notices = notices;
        this.place = place;
    }

    /** Opens the line. {@link ConfigException} if that fails. */
    synchronized void open() {
        if (line == null) {
            try {
                line = address.open(folder, new Owner());
            } catch (SerialException e) {
                failed = true;
                throw place.fault(e.getMessage());
            }
            if (address instanceof SerialAddress.Listen listen && listen.port() == 0) {
                notices.say(Code.PEER, uart + " is at " + line);
            }
        }
    }

    @Override
    public synchronized void configure(UartSettings settings) {
        if (!failed) {
            try {
                open();
            } catch (ConfigException e) {
                notices.say(Code.CONFIG, e.getMessage());
                return;
            }
            line.configure(new LineSettings(
                    settings.baud(), settings.dataBits(), PARITIES[settings.parity()], settings.stopBits()));
        }
    }

    @Override
    public void take(byte[] sent) {
        SerialLine present = line();
        if (present != null && !present.send(sent, 0, sent.length)) {
            notices.sayOnce(Code.PEER, uart + ": nobody takes what is sent to " + present + "; it is lost");
        }
    }

    private synchronized SerialLine line() {
        return line;
    }

    @Override
    public int pull(byte[] buffer) throws IOException {
        SerialLine present = line();
        return present == null ? 0 : present.pull(buffer, 0, buffer.length);
    }

    @Override
    public boolean leadsOutside() {
        return !(address instanceof SerialAddress.FileInput);
    }

    @Override
    public synchronized void close() {
        try {
            if (line != null) {
                line.close();
            }
        } catch (IOException e) {
            notices.say(Code.PEER, uart + ": " + line + " could not be closed: " + e.getMessage());
        }
    }

    @Override
    public String shown() {
        return toString();
    }

    /** Where programs find it. */
    @Override
    public String toString() {
        SerialLine present = line();
        return present == null ? address.toString() : present.toString();
    }

    private final class Owner implements LineOwner {
        @Override
        public void received(byte[] bytes, int offset, int length) {
            try {
                uart.receiveFromOutside(bytes, offset, length);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void disconnected(String reason) {
            notices.say(Code.PEER, uart + ": " + address + ": " + reason);
        }

        @Override
        public void troubled(String what) {
            notices.say(Code.PEER, uart + ": " + address + ": " + what);
        }
    }
}

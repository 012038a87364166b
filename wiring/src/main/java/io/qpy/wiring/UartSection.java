package io.qpy.wiring;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.board.Uart;
import io.qpy.device.board.UartPeer;
import io.qpy.device.position.UartReceiver;
import io.qpy.pymodules.position.QuecgnssHost;
import io.qpy.serial.SerialAddress;
import io.qpy.serial.SerialException;
import io.qpy.wiring.modbus.ModbusSlave;
import io.qpy.wiring.modbus.Registers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is connected to a serial port: {@code uart2 = "tcp:127.0.0.1:9000"} of {@code [board]}. */
final class UartSection {
    private static final String MODBUS = "modbus:";
    private static final String GNSS = "gnss";
    private static final String FORMS =
            SerialAddress.FORMS.replace(" or loopback", ", loopback") + ", gnss, modbus:FILE or peer:FILE";

    private final Path folder;
    private final PeerKeys peers;
    private final List<Consumer<Device>> changes = new ArrayList<>();

    /** @param folder where paths begin: that of {@code qpy.toml} */
    UartSection(Path folder, PeerKeys peers) {
        this.folder = folder;
        this.peers = peers;
    }

    void read(int number, TomlValue value) {
        if (PeerKeys.isPeer(value)) {
            PeerKeys.Peer peer = peers.read(value);
            changes.add(device -> peer.of(device).connect(device.uarts().get(number)));
            return;
        }
        Function<Device, UartPeer> maker = maker(number, value);
        changes.add(device -> device.uarts().get(number).connect(maker.apply(device)));
    }

    private Function<Device, UartPeer> maker(int number, TomlValue value) {
        String text = value.string();
        if (text.startsWith(MODBUS)) {
            return slave(number, text.substring(MODBUS.length()), value);
        }
        if (text.equals(GNSS)) {
            return device -> new UartReceiver(
                    QuecgnssHost.receiver(device), device.uarts().get(number), device.time());
        }
        SerialAddress address = address(text, value);
        if (address instanceof SerialAddress.Loopback) {
            return device -> UartPeer.LOOPBACK;
        }
        return device -> new SerialPeer(address, folder, device.uarts().get(number), device.notices(), value);
    }

    private static SerialAddress address(String text, TomlValue value) {
        try {
            return SerialAddress.parse(text);
        } catch (SerialException e) {
            throw value.fault(e.getMessage().replace(SerialAddress.FORMS, FORMS));
        }
    }

    private Function<Device, UartPeer> slave(int number, String path, TomlValue value) {
        Path file = PeerKeys.file(folder, path, value);
        Registers registers = RegistersFile.read(file);
        return device -> {
            Uart uart = device.uarts().get(number);
            return new ModbusSlave(
                    file.getFileName().toString(), registers, uart, device.time(), line -> device.notices()
                            .sayOnce(Code.PEER, line));
        };
    }

    /** What is done to a new device. */
    List<Consumer<Device>> changes() {
        return changes;
    }
}

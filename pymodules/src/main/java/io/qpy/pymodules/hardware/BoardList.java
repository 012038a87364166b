package io.qpy.pymodules.hardware;

import io.qpy.device.Device;
import io.qpy.device.board.Attached;
import io.qpy.device.board.Board;
import io.qpy.device.board.BusPart;
import io.qpy.device.board.BusPlan;
import io.qpy.device.board.Pin;
import io.qpy.device.board.Uart;
import io.qpy.device.board.UartSettings;
import io.qpy.device.board.bus.Buses;
import io.qpy.device.board.bus.I2cBus;
import io.qpy.module.Command.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is connected to a running device, and what the script uses of it, a line each. */
final class BoardList {
    private static final String PARITIES = "NEO";

    private final Device device;
    private final Board board;
    private final MachineControls.Verbs verbs;
    private final List<String> lines = new ArrayList<>();

    BoardList(Device device, MachineControls.Verbs verbs) {
        this.device = device;
        this.verbs = verbs;
        board = device.board();
    }

    void show(Reply reply) throws IOException {
        add("model", board.model().name());
        board.pins().forEach(pin -> lines.add(pin(pin)));
        device.uarts().each(this::uart);
        new TreeSet<>(board.model().adcs()).forEach(this::adc);
        new TreeSet<>(board.model().pwms()).forEach(this::pwm);
        buses();
        lcd();
        add("watchdog", BoardCommands.shown(verbs));
        for (String line : lines) {
            reply.line(line);
        }
    }

    private void add(String name, String what) {
        lines.add(line(name, what));
    }

    private static String line(String name, String what) {
        return String.format(Locale.ROOT, "%-9s %s", name, what);
    }

    /** The line of a pin: its direction, its level, what is connected. */
    String pin(Pin pin) {
        String what = (pin.direction() == Pin.OUT ? "out " : "in  ") + pin.level();
        if (pin.attached() != null) {
            what += "  " + shown(pin.attached());
        } else if (pin.isDriven()) {
            what += "  driven from outside";
        }
        return line("GPIO" + pin.number(), what);
    }

    private static String shown(Attached attached) {
        if (attached instanceof Attached.Led led) {
            return "led \"" + led.name() + "\"";
        }
        return attached instanceof Attached.Button button ? "button \"" + button.name() + "\"" : "driven from outside";
    }

    private void uart(Uart port) {
        UartSettings settings = port.settings();
        add(
                port.toString(),
                (settings == null
                                ? "closed"
                                : String.format(
                                        Locale.ROOT,
                                        "%d %d%c%d",
                                        settings.baud(),
                                        settings.dataBits(),
                                        PARITIES.charAt(settings.parity()),
                                        settings.stopBits()))
                        + "  " + port.peer().shown());
    }

    private void adc(int input) {
        int voltage = board.adc().voltage(input);
        if (voltage != 0) {
            add("ADC" + input, voltage + " mV");
        }
    }

    private void pwm(int output) {
        List<Double> pulse = verbs.pulse(output);
        if (pulse != null) {
            add("PWM" + output, String.format(Locale.ROOT, "%.1f Hz, %.1f %%", pulse.get(0), pulse.get(1) * 100));
        }
    }

    private void buses() {
        Buses buses = BusHost.buses(device);
        BusPlan plan = board.buses();
        for (int number : new TreeSet<>(plan.i2c().keySet())) {
            buses.i2c(number)
                    .devices()
                    .forEach((address, part) -> add(bus("I2C", number), I2cBus.shown(address) + "  " + shown(part)));
        }
        for (int number : new TreeSet<>(plan.spi().keySet())) {
            buses.spi(number).device().ifPresent(part -> add(bus("SPI", number), shown(part)));
        }
        for (int pin : new TreeSet<>(plan.wires().keySet())) {
            buses.wire(pin).device().ifPresent(part -> add("GPIO" + pin, "one-wire  " + shown(part)));
        }
    }

    private static String bus(String kind, int number) {
        return number == BusPlan.SIMULATED ? kind + " pins" : kind + number;
    }

    private static String shown(BusPart part) {
        String values = part.values().entrySet().stream().map(BoardList::shown).collect(Collectors.joining(", "));
        return values.isEmpty() ? part.kind() : part.kind() + "  " + values;
    }

    private static String shown(Map.Entry<String, Double> value) {
        return String.format(Locale.ROOT, "%s %.3f", value.getKey(), value.getValue())
                .replaceAll("\\.?0+$", "");
    }

    private void lcd() {
        LcdVerbs lcd = verbs.lcd();
        if (lcd.isThere()) {
            add("LCD", lcd.width() + " x " + lcd.height() + ", brightness " + lcd.brightness());
        }
    }
}

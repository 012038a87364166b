package io.qpy.pymodules.hardware;

import io.qpy.device.Device;
import io.qpy.device.board.Attached;
import io.qpy.device.board.Board;
import io.qpy.device.board.Pin;
import io.qpy.device.board.Uart;
import io.qpy.device.board.Uarts;
import io.qpy.device.board.lcd.Lcd;
import io.qpy.device.flash.Media;
import io.qpy.module.Command;
import io.qpy.module.Controls;
import io.qpy.module.Exposed;
import java.util.List;
import java.util.Map;

/** What tests do to the board; {@code qpytest.board} is made of it. Its keys of qpy.toml are those of {@code [board]}. */
public final class MachineControls implements Controls {
    @Override
    public Object verbs(Device device) {
        return new Verbs(device);
    }

    @Override
    public Map<String, Command> commands(Device device) {
        return Map.of("board", (words, reply) -> new BoardCommands(device).answer(words, reply));
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    /** A device's display, which is built in when it is first asked for. */
    static Lcd lcd(Device device) {
        return device.part(Lcd.class, each -> new Lcd(each.board().buses().lcd(), each.waits(), each.notices()));
    }

    /** The verbs, in numbers; pins by their numbers. */
    static final class Verbs {
        private final Device device;
        private final Board board;
        private final Uarts uarts;

        Verbs(Device device) {
            this.device = device;
            board = device.board();
            uarts = device.uarts();
        }

        private Pin pin(int number) {
            return board.pin(number);
        }

        /** The number of a pin as a person names it: GPIO5, 5, or what is connected to it; -1 where there is none. */
        @Exposed
        int pinNumber(String name) {
            int number = number("GPIO", name);
            return number < 0 ? pinOf(name) : pin(number) == null ? -1 : number;
        }

        /** The number in a name such as GPIO5 or 5; -1 for another name. */
        private static int number(String kind, String name) {
            String digits = name.startsWith(kind) ? name.substring(kind.length()) : name;
            return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
        }

        /** The number of the pin to which something of this name is connected; -1 for none. */
        @Exposed
        int pinOf(String name) {
            return board.pinOf(name).map(Pin::number).orElse(-1);
        }

        /** The names of what is connected. */
        @Exposed
        List<String> names() {
            return board.pins().stream()
                    .filter(pin -> pin.attached() != null)
                    .map(pin -> pin.attached().name())
                    .toList();
        }

        @Exposed
        int level(int number) {
            return pin(number).level();
        }

        @Exposed
        int direction(int number) {
            return pin(number).direction();
        }

        /** Something outside drives the pin from now on. */
        @Exposed
        void drive(int number, int level) {
            pin(number).drive(level);
        }

        @Exposed
        void letGo(int number) {
            pin(number).drive(null);
        }

        /** The level of a button while it is pressed; -1 where the pin has no button. */
        @Exposed
        int pressedLevel(int number) {
            return pin(number).attached() instanceof Attached.Button button ? button.pressed() : -1;
        }

        @Exposed
        void setVoltage(int input, int millivolts) {
            board.adc().set(input, millivolts);
        }

        /** [frequency in Hz, duty 0 to 1]; None for an output that is closed. */
        @Exposed
        List<Double> pulse(int output) {
            return board.pwm()
                    .pulse(output)
                    .map(pulse -> List.of(pulse.frequency(), pulse.duty()))
                    .orElse(null);
        }

        @Exposed
        boolean isWatched() {
            return board.watchdog().isRunning();
        }

        @Exposed
        int fed() {
            return board.watchdog().fed();
        }

        @Exposed
        int bitten() {
            return board.watchdog().bitten();
        }

        @Exposed
        void setBattery(int millivolts) {
            board.battery().set(millivolts);
        }

        /** Whether the USB port is plugged in, 1 or 0. */
        @Exposed
        int usb() {
            return board.usb().status();
        }

        @Exposed
        void plugUsb(boolean plugged) {
            board.usb().plug(plugged);
        }

        @Exposed
        void powerKey(int pressed) {
            board.powerKey().tell(List.of(pressed));
        }

        @Exposed
        void key(int pressed, int row, int column) {
            board.keypad().tell(List.of(pressed, row, column));
        }

        /** A serial port as a person names it, UART2 or 2; None where the module has none of this name. */
        @Exposed
        UartVerbs port(String name) {
            Uart uart = uarts.get(number("UART", name));
            return uart == null ? null : new UartVerbs(uart);
        }

        @Exposed
        LcdVerbs lcd() {
            return new LcdVerbs(MachineControls.lcd(device));
        }

        @Exposed
        BusVerbs buses() {
            return new BusVerbs(BusHost.buses(device));
        }

        /** The SD card; None where there is none to be put in. */
        @Exposed
        CardVerbs card() {
            Media media = device.part(Media.class, each -> new Media());
            return media.hasCard() ? new CardVerbs(media) : null;
        }

        /** How many callbacks were dropped. */
        @Exposed
        int dropped() {
            return board.dropped();
        }

        @Exposed
        int netLight() {
            return board.netLight();
        }
    }
}

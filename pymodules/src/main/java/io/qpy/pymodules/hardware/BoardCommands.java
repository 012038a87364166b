package io.qpy.pymodules.hardware;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.board.Board;
import io.qpy.device.board.Model;
import io.qpy.device.time.Time;
import io.qpy.module.Command;
import io.qpy.module.Refusal;
import io.qpy.pymodules.calls.CallCommand;
import io.qpy.pymodules.position.GnssCommand;
import io.qpy.pymodules.power.PowerCommand;
import io.qpy.pymodules.sms.SmsCommand;
import io.qpy.pymodules.sound.AudioCommand;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** {@code qpy board}: a person does to the board of a running device what {@code qpytest.board} does, by the same verbs. */
final class BoardCommands implements Command {
    private static final int MOST_MILLIVOLTS = 5000;
    private static final long SECOND = 1000; // ms
    private static final long LOOK = 10; // ms

    private final Device device;
    private final Board board;
    private final MachineControls.Verbs verbs;

    BoardCommands(Device device) {
        this.device = device;
        board = device.board();
        verbs = new MachineControls.Verbs(device);
    }

    @Override
    public void answer(List<String> words, Reply reply) throws IOException, InterruptedException {
        List<String> more = words.subList(1, words.size());
        switch (words.get(0)) {
            case "list" -> new BoardList(device, verbs).show(reply);
            case "pin" -> pin(more, reply);
            case "press" -> press(more.get(0), seconds(more.get(1)), reply);
            case "hold" -> hold(more.get(0), reply);
            case "release" -> release(more.get(0), reply);
            case "adc" -> adc(more, reply);
            case "uart" -> new UartCommand(port(more.get(0))).answer(more.subList(1, more.size()), reply);
            case "lcd" -> lcd(Integer.parseInt(more.get(0)), reply);
            case "watchdog" -> watchdog(reply);
            case "gnss" -> new GnssCommand(device).answer(more, reply);
            case "power" -> new PowerCommand(device).answer(reply);
            case "rtc" -> rtc(more, reply);
            case "call" -> new CallCommand(device).answer(more, reply);
            case "sms" -> new SmsCommand(device).answer(more, reply);
            case "audio" -> new AudioCommand(device).answer(more, reply);
            default ->
                throw new Refusal(Code.USAGE, "the run that answers does not know 'qpy board " + words.get(0) + "'");
        }
    }

    private int number(String pin) {
        int number = verbs.pinNumber(pin);
        if (number >= 0) {
            return number;
        }
        if (pin.matches("(GPIO)?\\d+")) {
            Model model = board.model();
            String name = pin.startsWith("GPIO") ? pin : "GPIO" + pin;
            throw new Refusal(
                    Code.NO_PIN,
                    "the " + model.name() + " has no " + name + ": it has GPIO" + Model.shown(model.gpios()));
        }
        List<String> names = verbs.names();
        throw new Refusal(
                Code.NO_PIN,
                "nothing called '" + pin + "' is connected: "
                        + (names.isEmpty() ? "qpy.toml names nothing in [board.pins]" : String.join(", ", names)));
    }

    private void pin(List<String> words, Reply reply) throws IOException {
        int number = number(words.get(0));
        if (words.size() == 1) {
            reply.line(Integer.toString(verbs.level(number)));
            return;
        }
        int level = number(words.get(1), 0, 1, "a level");
        verbs.drive(number, level);
        reply.line(new BoardList(device, verbs).pin(board.pin(number)));
    }

    /** A whole number in a range. */
    private static int number(String text, int least, int most, String what) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // As one out of the range.
        }
        throw new Refusal(Code.USAGE, "board: want " + what + " of " + least + " to " + most + ", got '" + text + "'");
    }

    private static double seconds(String text) {
        return Double.parseDouble(text);
    }

    /** The level of a button while it is pressed. */
    private int pressed(int number, String name) {
        int level = verbs.pressedLevel(number);
        if (level < 0) {
            throw new Refusal(
                    Code.NO_PIN,
                    name + " is no button; one is connected in qpy.toml: [board.pins] GPIO" + number
                            + " = { button = \"sos\", pressed = 0 }");
        }
        return level;
    }

    private void press(String button, double seconds, Reply reply) throws IOException, InterruptedException {
        int number = number(button);
        verbs.drive(number, pressed(number, button));
        CompletableFuture<Void> over = new CompletableFuture<>();
        device.time().schedule((long) (seconds * Time.seconds(1)), () -> {
            verbs.letGo(number);
            over.complete(null);
        });
        while (!over.isDone() && reply.pause(LOOK)) {
            // It passes in the device's time.
        }
    }

    private void hold(String button, Reply reply) throws IOException {
        int number = number(button);
        verbs.drive(number, pressed(number, button));
        reply.line(new BoardList(device, verbs).pin(board.pin(number)));
    }

    private void release(String pin, Reply reply) throws IOException {
        int number = number(pin);
        verbs.letGo(number);
        reply.line(new BoardList(device, verbs).pin(board.pin(number)));
    }

    private void adc(List<String> words, Reply reply) throws IOException {
        String name = words.get(0);
        String digits = name.startsWith("ADC") ? name.substring("ADC".length()) : name;
        Model model = board.model();
        if (!digits.matches("\\d{1,2}") || !model.adcs().contains(Integer.parseInt(digits))) {
            throw new Refusal(
                    Code.NO_PIN,
                    "the " + model.name() + " has no " + (digits.equals(name) ? "ADC" + name : name) + ": it has ADC"
                            + Model.shown(model.adcs()));
        }
        int input = Integer.parseInt(digits);
        if (words.size() > 1) {
            verbs.setVoltage(input, number(words.get(1), 0, MOST_MILLIVOLTS, "mV"));
        }
        reply.line(Integer.toString(board.adc().voltage(input)));
    }

    private UartVerbs port(String name) {
        UartVerbs port = verbs.port(name);
        if (port == null) {
            Model model = board.model();
            throw new Refusal(
                    Code.UART,
                    "the " + model.name() + " has no " + (name.matches("\\d+") ? "UART" + name : name) + ": it has UART"
                            + Model.shown(model.uarts()));
        }
        return port;
    }

    /** A picture, and one each second after it. */
    private void lcd(int count, Reply reply) throws IOException, InterruptedException {
        LcdVerbs lcd = verbs.lcd();
        if (!lcd.isThere()) {
            throw new Refusal(
                    Code.LCD,
                    "there is no display yet: the script sets one up by machine.LCD's lcd_init(), or qpy.toml has"
                            + " [board.lcd] with width and height");
        }
        for (int i = 0; i < count && (i == 0 || reply.pause(SECOND)); i++) {
            reply.file(lcd.screenshot());
        }
    }

    private void watchdog(Reply reply) throws IOException {
        reply.line(shown(verbs));
    }

    /** The watchdog, for a person. */
    static String shown(MachineControls.Verbs verbs) {
        return (verbs.isWatched() ? "running" : "not running") + ", fed " + verbs.fed() + ", restarts "
                + verbs.bitten();
    }

    private void rtc(List<String> words, Reply reply) throws IOException {
        if (!words.isEmpty()) {
            try {
                device.clock().setRtc(LocalDateTime.parse(words.get(0).replace(' ', 'T')));
            } catch (DateTimeParseException e) {
                throw new Refusal(
                        Code.USAGE, "board: want a time such as 2026-12-31T23:59:00, got '" + words.get(0) + "'");
            }
        }
        reply.line(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                .format(device.clock().rtc()));
    }
}

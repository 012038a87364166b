package io.qpy.cli;

import io.qpy.device.Code;
import io.qpy.start.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qpy board}: the board of the device that runs in another terminal. */
@Command(
        name = "board",
        description = "Pins, ports and the display of a script that runs in another terminal.",
        footer = {
            "",
            "Without a verb it lists what is connected, and what the script uses. A pin is GPIO5, 5, or what qpy.toml calls it.",
            "",
            "Examples:",
            "  qpy board",
            "  qpy board pin GPIO5 1",
            "  qpy board press sos",
            "  qpy board adc ADC0 1200",
            "  qpy board uart 2 --send 'AT\\r\\n' --seconds 1",
            "  qpy board lcd screen.gif --seconds 10"
        })
final class BoardCommand implements Callable<Integer> {
    private static final String NONE =
            "no run with a board is there to ask: start a script that uses machine, misc, audio, sms or voiceCall, and ask while it runs";

    private static final int MOST_SECONDS = 3600;
    private static final Pattern ESCAPE = Pattern.compile("\\\\([rnt\\\\]|x[0-9A-Fa-f]{2})");

    private final Path folder;
    private final RunningDevice device;

    BoardCommand(Invocation call) {
        folder = call.folder();
        device = new RunningDevice(DeviceStore.ofUser().home(), call.terminal(), Code.NO_RUN, NONE);
    }

    @Override
    public Integer call() throws IOException {
        return ask("list");
    }

    private int ask(String verb, String... more) throws IOException {
        return device.ask("board", verb, more);
    }

    /** With a last word that may be absent. */
    private int askWith(String verb, String first, String last) throws IOException {
        return last == null ? ask(verb, first) : ask(verb, first, last);
    }

    @Command(description = "A pin's level; with a level, drives the pin from outside until 'qpy board release'.")
    int pin(
            @Parameters(paramLabel = "PIN", description = "GPIO5, 5 or a name of qpy.toml's.") String pin,
            @Parameters(paramLabel = "LEVEL", arity = "0..1", description = "0 or 1.") String level)
            throws IOException {
        return askWith("pin", pin, level);
    }

    @Command(description = "Press a button and let go.")
    int press(
            @Parameters(paramLabel = "BUTTON", description = "As qpy.toml calls it, or its pin.") String button,
            @Option(
                            names = "--seconds",
                            paramLabel = "S",
                            defaultValue = "0.1",
                            description = "How long, in the device's time (default: 0.1).")
                    double seconds)
            throws IOException {
        require(
                seconds > 0 && seconds <= MOST_SECONDS,
                "press: --seconds takes more than 0 and at most " + MOST_SECONDS);
        return ask("press", button, Double.toString(seconds));
    }

    @Command(description = "Press a button, until 'qpy board release'.")
    int hold(@Parameters(paramLabel = "BUTTON", description = "As qpy.toml calls it, or its pin.") String button)
            throws IOException {
        return ask("hold", button);
    }

    @Command(description = "Let go of a button, or of a pin that is driven from outside.")
    int release(@Parameters(paramLabel = "PIN", description = "A button's name, or a pin.") String pin)
            throws IOException {
        return ask("release", pin);
    }

    @Command(description = "The voltage at an input in mV; with a voltage, sets it.")
    int adc(
            @Parameters(paramLabel = "INPUT", description = "ADC0 or 0.") String input,
            @Parameters(paramLabel = "MV", arity = "0..1", description = "0 to 5000.") String millivolts)
            throws IOException {
        return askWith("adc", input, millivolts);
    }

    @Command(description = "What the script has sent by a port, the last 64 KiB; with --send, sends to the script.")
    int uart(
            @Parameters(paramLabel = "PORT", description = "UART2 or 2.") String port,
            @Option(
                            names = "--send",
                            paramLabel = "TEXT",
                            description = "What the script receives; \\r, \\n, \\t, \\\\ and \\x41 as in Python.")
                    String text,
            @Option(names = "--hex", description = "Bytes are in hexadecimal: --send '01 03', and what is shown.")
                    boolean hex,
            @Option(names = "--seconds", paramLabel = "S", description = "Show what comes for so long (default: 0).")
                    double seconds)
            throws IOException {
        require(seconds >= 0 && seconds <= MOST_SECONDS, "uart: --seconds takes 0 to " + MOST_SECONDS);
        String bytes = text == null ? "" : HexFormat.of().formatHex(hex ? fromHex(text) : fromText(text));
        return ask("uart", port, bytes, hex ? "hex" : "text", Long.toString((long) (seconds * 1000)));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new UsageException(Code.USAGE, "board " + otherwise);
        }
    }

    private static byte[] fromHex(String text) {
        try {
            return HexFormat.of().parseHex(text.replaceAll("[\\s:]", ""));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    Code.USAGE,
                    "board uart: --send wants bytes in hexadecimal after --hex, as '01 03 0A', got '" + text + "'",
                    e);
        }
    }

    private static byte[] fromText(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escape = ESCAPE.matcher(text);
        int end = 0;
        while (escape.find()) {
            bytes.writeBytes(text.substring(end, escape.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(byteOf(escape.group(1)));
            end = escape.end();
        }
        bytes.writeBytes(text.substring(end).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static int byteOf(String escape) {
        return switch (escape.charAt(0)) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'x' -> Integer.parseInt(escape, 1, 3, 16);
            default -> '\\';
        };
    }

    @Command(description = "Write what the display shows into a .png or .gif file.")
    int lcd(
            @Parameters(paramLabel = "FILE", description = "FILE.png or FILE.gif.") Path file,
            @Option(
                            names = "--seconds",
                            paramLabel = "N",
                            description =
                                    "N pictures, one a second of this PC's time: FILE-1.png and so on, or one .gif of all.")
                    Integer seconds)
            throws IOException {
        int wanted = seconds == null ? 1 : seconds;
        require(wanted >= 1 && wanted <= MOST_SECONDS, "lcd: --seconds takes 1 to " + MOST_SECONDS);
        try (Pictures pictures = new Pictures(folder.resolve(file).normalize(), seconds != null)) {
            boolean ignored = device.ask(List.of("board", "lcd", Integer.toString(wanted)), pictures::add);
            pictures.end();
            if (pictures.count() < wanted) {
                throw new UsageException(
                        Code.NO_RUN, "the run has ended after " + pictures.count() + " of " + wanted + " pictures");
            }
        }
        return 0;
    }

    @Command(description = "Whether the watchdog runs, and how often it was fed and has restarted the module.")
    int watchdog() throws IOException {
        return ask("watchdog");
    }

    @Command(description = "What the module plays and says, what waits, and how loud it is.")
    int audio() throws IOException {
        return ask("audio");
    }

    @Command(description = "What the module has sent, and its messages; with NUMBER and TEXT, sends it a message.")
    int sms(
            @Parameters(paramLabel = "NUMBER", arity = "0..1", description = "As +8613800000000.") String number,
            @Parameters(paramLabel = "TEXT", arity = "0..*", description = "The message.") List<String> text)
            throws IOException {
        require(number == null || text != null, "sms: a message has a text: qpy board sms NUMBER TEXT");
        return number == null ? ask("sms") : ask("sms", number, String.join(" ", text));
    }

    @Command(
            description =
                    "The module's call; with NUMBER, somebody calls it; 'answer' and 'hangup' are the other end's.")
    int call(@Parameters(paramLabel = "WHAT", arity = "0..1", description = "A number, answer or hangup.") String what)
            throws IOException {
        return what == null ? ask("call") : ask("call", what);
    }

    @Command(
            description =
                    "Where the module is, and whether it has a fix; with a word, puts it elsewhere, or changes its sky.")
    int gnss(
            @Parameters(paramLabel = "WORD", arity = "0..1", description = "31.82,117.11, or lose, weak, find.")
                    String word)
            throws IOException {
        return word == null ? ask("gnss") : ask("gnss", word);
    }

    @Command(description = "How long the module has slept, and what keeps it awake.")
    int power() throws IOException {
        return ask("power");
    }

    @Command(description = "The real-time clock; with a time, sets it.")
    int rtc(@Parameters(paramLabel = "TIME", arity = "0..1", description = "As 2026-12-31T23:59:00.") String time)
            throws IOException {
        return time == null ? ask("rtc") : ask("rtc", time);
    }
}

package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import io.qpy.tests.BothWays.Served;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code qpy board} of a script that runs in another process, on a pipe; with a standby process and without. The scripts are
 * in tests/running.
 */
@EnabledOnOs(OS.LINUX)
class BoardCommandTest {
    /** Runs a script of this folder in the background, and waits until it says that it is ready. */
    private static final String START =
            ": >ran; qpy run --fresh %s >ran 2>&1 & until grep -q ready ran; do sleep 0.1; done\n";

    private static final int WIDTH = 240;
    private static final int HEIGHT = 320;

    @TempDir
    private static Path home;

    @TempDir
    private static Path cache;

    private static BothWays ways;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(Path.of("running"))) {
            for (Path each : scripts) {
                Files.copy(each, home.resolve(each.getFileName()));
            }
        }
        ways = new BothWays(home, cache);
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        ways.end();
    }

    private static String during(String script, String commands) throws IOException, InterruptedException {
        return ways.same(START.formatted(script) + commands + "\nwait; cat ran", Served.BY_STANDBY);
    }

    @Test
    void listsAndSteersTheBoardOfARunningScript() throws Exception {
        String seen = during("main.py", """
                qpy board
                qpy board pin GPIO12; qpy board pin sos
                qpy board pin 7 0; qpy board pin GPIO7
                qpy board adc ADC0 1200
                qpy board watchdog
                qpy board gnss; qpy board gnss lose; qpy board gnss 48.1,-11.5
                qpy board power
                qpy board uart 2
                qpy board uart 2 --send 'AT\\x21\\r\\n'
                until qpy board uart 2 | grep got; do :; done
                qpy board uart UART2 --hex | head -1
                qpy board hold sos; qpy board release sos
                qpy board press sos; echo $?""");
        assertEquals("""
                model     EC600N
                GPIO5     in  1  button "sos"
                GPIO7     in  1
                GPIO12    out 1  led "status"
                UART2     115200 8N1  nothing connected
                ADC0      900 mV
                I2C1      0x44  sht3x  humidity 50, temperature 25
                watchdog  not running, fed 0, restarts 0
                1
                1
                GPIO7     in  0  driven from outside
                0
                1200
                not running, fed 0, restarts 0
                31.821349, 117.115645, 0.0 km/h, course 0, a fix by 12 satellites
                31.821349, 117.115645, 0.0 km/h, course 0, no fix
                48.100000, -11.500000, 0.0 km/h, course 0, no fix
                slept ? s, in power saving mode 0 times
                awake: pm.autosleep is off
                hello\\r\\n
                got AT!\\r\\n
                68 65 6c 6c 6f 0d 0a 67 6f 74 20 41 54 21 0d 0a
                GPIO5     in  0  button "sos"
                GPIO5     in  1  button "sos"
                0
                ready
                0 1200 [[5, 1], [5, 1]]
                """, seen);
    }

    @Test
    void saysInOneLineWhatCannotBeDone() throws Exception {
        String seen = during("main.py", """
                for each in 'pin GPIO99' 'pin lamp' 'pin 5 2' 'press status' 'adc ADC7' 'adc ADC0 9000' 'uart 9' 'uart 1' \\
                        'uart 2 --hex --send 0g' 'lcd x.png' 'lcd x.bmp' 'lcd no/x.png' 'rtc noon' 'pni 5' 'lcd x.png --seconds 0'
                do qpy board $each >&2; echo $?
                done
                qpy board press sos; qpy board press sos""");
        String[] parts = seen.split("(?<=\n)(?=qpy: )", 2);
        assertEquals("2\n".repeat(15) + "ready\n1 900 [[5, 1], [5, 1]]\n", parts[0]);
        String said = parts[1].replace(home.toString(), "HOME")
                .replace(home.toRealPath().toString(), "HOME");
        assertEquals("""
                qpy: the EC600N has no GPIO99: it has GPIO1 to 41 [no-pin]
                qpy: nothing called 'lamp' is connected: sos, status [no-pin]
                qpy: board: want a level of 0 to 1, got '2' [usage]
                qpy: status is no button; one is connected in qpy.toml: [board.pins] GPIO12 = { button = "sos", pressed = 0 } [no-pin]
                qpy: the EC600N has no ADC7: it has ADC0 [no-pin]
                qpy: board: want mV of 0 to 5000, got '9000' [usage]
                qpy: the EC600N has no UART9: it has UART0 to 3 [uart]
                qpy: UART1 is closed: the script has not opened it, or closed it (machine.UART) [uart]
                qpy: board uart: --send wants bytes in hexadecimal after --hex, as '01 03 0A', got '0g' [usage]
                qpy: there is no display yet: the script sets one up by machine.LCD's lcd_init(), or qpy.toml has [board.lcd] with width and height [lcd]
                qpy: board lcd: want a file that ends with .png or .gif, got x.bmp [file-argument]
                qpy: board lcd: cannot write HOME/no/x.png: there is no folder HOME/no [file-argument]
                qpy: board: want a time such as 2026-12-31T23:59:00, got 'noon' [usage]
                qpy: board: there is no 'pni'; did you mean 'pin'? ('qpy help board' shows what there is) [no-command]
                qpy: board lcd: --seconds takes 1 to 3600 [usage]
                """, said);
    }

    @Test
    void somebodyWritesToTheModuleAndCallsIt() throws Exception {
        String seen = during("phone.py", """
                qpy board audio | grep -o 'says "far away' ; qpy board audio | tail -1
                qpy board sms +8613800000000 interval 60
                until qpy board sms | grep sent; do :; done
                qpy board sms | tail -3
                qpy board call
                qpy board call answer >&2; qpy board sms +86138 >&2; qpy board call now >&2
                qpy board call +8613800000000
                until qpy board call | grep active; do :; done
                qpy board call hangup""");
        assertEquals("""
                says "far away
                volume 7 of 11, of speech 4 of 9, its speed 4 of 9
                sent to +8613800000000: got interval 60
                SM 0 from +8613800000000: interval 60
                SM 1 of 50
                ME 0 of 180
                no call
                a call of +8613800000000: ringing
                a call of +8613800000000: active
                no call
                ready
                [10, 11, 12] +8613800000000
                qpy: board call answer: there is no call, or no network [call]
                qpy: board sms: a message has a text: qpy board sms NUMBER TEXT [usage]
                qpy: board: want a number as +8613800000000, 'answer' or 'hangup', got 'now' [usage]
                """, seen);
    }

    @Test
    void withoutARunItSaysWhatToStart() throws Exception {
        Launcher.Ended ended =
                new Launcher(Files.createDirectories(home.resolve("other"))).run(home, "board", "pin", "GPIO5");
        assertEquals(2, ended.exitCode());
        assertEquals(
                "qpy: no run with a board is there to ask: start a script that uses machine, misc, audio, sms or"
                        + " voiceCall, and ask while it runs [no-run]\n",
                ended.errors());
    }

    /** The pictures of qpy and of Java's own drawing are the same, to the last pixel. */
    @Test
    void threeWindowsAreThePictureThatOtherCodeDraws() throws Exception {
        String seen = during("windows.py", """
                qpy board | grep LCD
                qpy board lcd windows.png; qpy board lcd windows.gif; echo $?
                qpy board pin GPIO7 0 >&2""");
        assertTrue(seen.startsWith("LCD       240 x 320, brightness 5\n0\n0 0\n0 0 0\nready\n"), seen);
        BufferedImage wanted = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_565_RGB);
        fill(wanted, 0, 0, WIDTH, HEIGHT, (x, y) -> 0x1082);
        fill(wanted, 10, 20, 64, 40, (x, y) -> (x & 31) << 11 | y << 5);
        fill(wanted, 200, 0, 40, 16, (x, y) -> ((x ^ y) & 4) == 0 ? 0x001F : 0xF81F);
        fill(wanted, 0, 319, 240, 1, (x, y) -> x * 273 & 0xFFFF);
        BufferedImage shown = ImageIO.read(home.resolve("windows.png").toFile());
        assertEquals(WIDTH, shown.getWidth());
        assertEquals(HEIGHT, shown.getHeight());
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            assertEquals(wanted.getRGB(x, y), shown.getRGB(x, y), x + ", " + y);
        }
    }

    private interface Color {
        int at(int x, int y);
    }

    private static void fill(BufferedImage image, int left, int top, int width, int height, Color color) {
        for (int i = 0; i < width * height; i++) {
            int pixel = color.at(i % width, i / width);
            image.getRaster().setDataElements(left + i % width, top + i / width, new short[] {(short) pixel});
        }
    }

    @Test
    void aPictureASecond() throws Exception {
        String seen = during("moving.py", """
                qpy board lcd moving.png --seconds 3; echo $?
                qpy board lcd moving.gif --seconds 3; echo $?
                qpy board pin GPIO7 0 >&2""");
        assertTrue(seen.startsWith("0\n0\nready\n"), seen);
        Set<Integer> colors = new HashSet<>();
        for (int i = 1; i <= 3; i++) {
            BufferedImage picture =
                    ImageIO.read(home.resolve("moving-" + i + ".png").toFile());
            assertEquals(32, picture.getWidth());
            assertEquals(24, picture.getHeight());
            colors.add(picture.getRGB(31, 23));
        }
        assertTrue(colors.size() > 1, "all three are the same");
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(home.resolve("moving.gif").toFile())) {
            reader.setInput(in);
            assertEquals(3, reader.getNumImages(true));
            for (int i = 0; i < 3; i++) {
                assertEquals(24, reader.read(i).getHeight());
                assertEquals("100", delay(reader, i));
            }
        } finally {
            reader.dispose();
        }
    }

    /** In hundredths of a second. */
    private static String delay(ImageReader reader, int picture) throws IOException {
        IIOMetadataNode root =
                (IIOMetadataNode) reader.getImageMetadata(picture).getAsTree("javax_imageio_gif_image_1.0");
        return ((IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0))
                .getAttribute("delayTime");
    }
}

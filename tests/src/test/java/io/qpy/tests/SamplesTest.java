package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.support.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every script under samples/ runs to its end, and says in its first line how to run it; but for the
 * applications that never end and have tests of their own.
 */
class SamplesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Applications that never end, and have tests of their own. */
    private static final List<String> WITH_TESTS =
            List.of("samples/button", "samples/display", "samples/modbus-logger", "samples/shock", "samples/tracker");

    @TempDir
    private Path home;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("samples"))) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .map(ROOT::relativize)
                    .filter(file -> WITH_TESTS.stream().noneMatch(file::startsWith))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreSamplesOfEveryTheme() throws IOException {
        assertTrue(samples().size() >= 6);
    }

    /** Those of the others run in MachineTest, UartTest and TrackerTest. */
    @ParameterizedTest
    @ValueSource(strings = {"display", "shock"})
    void itsTestsPass(String sample) throws IOException, InterruptedException {
        Launcher.Ended ended = new Launcher(home).run(ROOT.resolve("samples").resolve(sample), "test", ".");
        assertEquals(0, ended.exitCode(), ended.output() + ended.errors());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void runs(Path sample) throws IOException, InterruptedException {
        String file = sample.toString().replace('\\', '/');
        assertEquals(
                "# ./qpy run " + file, Files.readAllLines(ROOT.resolve(sample)).get(0));
        Launcher.Ended ended = new Launcher(home).run(ROOT, "run", "--timeout", "60s", file);
        assertEquals(0, ended.exitCode(), ended.errors());
        assertEquals(expected(file), ended.output());
    }

    /** What each sample prints; README.md shows the first. */
    private static String expected(String file) {
        return switch (file) {
            case "samples/board/blink.py" -> "the lamp is on\nthe lamp is off\n".repeat(3);
            case "samples/device/network_state.py" -> """
                    ==================================================
                    PROJECT_NAME     : qpy_sample
                    PROJECT_VERSION  : 1.0.0
                    FIRMWARE_VERSION : EC600SCNLAR01A01M08_OCPU_PY
                    POWERON_REASON   : 1
                    SIM_CARD_STATUS  : 1
                    ==================================================
                    connected; signal 31 of 31; SIM 89860390845513443049 in EC600S
                    """;
            case "samples/http/get_and_post.py" -> """
                    the server saw {'module': 'EC600S'}
                    the server got {'degrees': 21}
                    downloaded 5000 bytes, status 200
                    """;
            case "samples/log/levels.py" -> """
                    WARN:radio:signal is 7 of 31
                    DEBUG:sensor:shown: this logger's own level is DEBUG
                    CRIT:sensor:{'degrees': 99}
                    """;
            case "samples/mqtt/last_will.py" -> "WARN:sample:sensor is gone\n";
            case "samples/mqtt/publish_subscribe.py" -> """
                    INFO:sample:connected and subscribed to qpy/samples/temperature
                    INFO:sample:qpy/samples/temperature: 21 degrees, number 1
                    INFO:sample:qpy/samples/temperature: 22 degrees, number 2
                    INFO:sample:qpy/samples/temperature: 23 degrees, number 3
                    INFO:sample:received 3 readings
                    """;
            case "samples/time/network_time.py" ->
                "set by ntp.aliyun.com\nthe year is "
                        + java.time.ZonedDateTime.now(java.time.ZoneId.of("UTC+8"))
                                .getYear() + "\n";
            default -> throw new AssertionError("say here what " + file + " prints");
        };
    }
}

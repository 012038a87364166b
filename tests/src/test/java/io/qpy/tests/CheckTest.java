package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.check.Checker;
import io.qpy.check.Codes;
import io.qpy.check.Finding;
import io.qpy.check.Target;
import io.qpy.device.board.Model;
import io.qpy.runtime.Interpreter;
import io.qpy.runtime.QpyRuntime;
import io.qpy.wiring.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code qpy check} finds: in the scripts of tests/check, whose comments say what, on which line; in the examples of
 * the pages about its codes; in the documentation.
 */
class CheckTest {
    private static final Path SCRIPTS = Path.of("check");
    private static final Pattern EXPECTED = Pattern.compile("# finds: ([a-z-]+)");
    private static final Pattern TARGET = Pattern.compile("# target: (\\d+)");
    private static final Pattern EXAMPLE = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private static final int RULES = 30;

    private static Interpreter interpreter;

    @BeforeAll
    static void prepare() {
        interpreter = new QpyRuntime(List.of()).prepare();
    }

    @AfterAll
    static void close() {
        interpreter.close();
    }

    @TestFactory
    Stream<DynamicTest> eachScriptBreaksOneRule() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            scripts = files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
        }
        assertTrue(scripts.size() > RULES, "only " + scripts.size());
        return scripts.stream().map(script -> DynamicTest.dynamicTest(script.toString(), () -> asItSays(script)));
    }

    private static void asItSays(Path script) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> lines = Files.readAllLines(script);
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = EXPECTED.matcher(lines.get(i));
            if (matcher.find()) {
                expected.add((i + 1) + " " + matcher.group(1));
            }
        }
        Matcher target = TARGET.matcher(lines.get(0));
        List<Finding> found = checker(target.find() ? Integer.parseInt(target.group(1)) : Target.DEFAULT)
                .check(script.toString(), script);
        assertEquals(
                expected,
                found.stream().map(each -> each.line() + " " + each.code()).toList(),
                found.toString());
    }

    private static Checker checker(int year) {
        return new Checker(interpreter, Target.of(year).orElseThrow());
    }

    @TestFactory
    Stream<DynamicTest> eachPagesExamples() {
        return Codes.all().stream().map(code -> DynamicTest.dynamicTest(code, () -> pageKeepsItsWord(code)));
    }

    private static void pageKeepsItsWord(String code) {
        String page = Codes.page(code).orElseThrow();
        assertTrue(page.startsWith("# " + code + "\n"), page);
        List<String> examples =
                EXAMPLE.matcher(page).results().map(match -> match.group(1)).toList();
        if (examples.isEmpty()) {
            return; // what no example can show: a file that is no text, or very large
        }
        int year = page.contains("--target 2026") ? 2026 : Target.DEFAULT;
        assertEquals(List.of(code), codes(year, examples.get(0)));
        assertEquals(List.of(), codes(year, examples.get(1)));
    }

    private static List<String> codes(int year, String source) {
        return checker(year).check("example.py", source, "helper"::equals).stream()
                .map(Finding::code)
                .toList();
    }

    /** facts-board.md B21.8, B21.9: what a model has, where qpy.toml names one. */
    @Test
    void namesAreThoseOfTheModel() {
        String source = """
                from machine import I2C, OneWire, Pin, UART
                from misc import PWM, Power
                import machine
                print(Pin.GPIO41, Pin.GPIO47, machine.Pin.GPIO99, UART.UART4, UART.GPIO47, I2C.I2C0, I2C.I2C1, PWM.PWM4)
                print(Power.powerDownReason())
                UART(1, 9600, 8, 0, 1, 0).control_485(1, 1)
                machine.WDT(20)
                """;
        assertEquals(List.of("the module has no GPIO99. It has GPIO1 to 50"), told(Model.ANY, source));
        assertEquals(
                List.of(
                        "the EC600N has no machine.OneWire. Ask hasattr() first, or do without it",
                        "the EC600N has no GPIO47. It has GPIO1 to 41",
                        "the EC600N has no GPIO99. It has GPIO1 to 41",
                        "the EC600N has no UART4. It has UART0 to 3",
                        "the EC600N has no GPIO47. It has GPIO1 to 41",
                        "the EC600N has no I2C0. It has I2C1",
                        "the EC600N has no PWM4. It has PWM0 to 3"),
                told(model("EC600N"), source));
        List<String> small = told(model("BC25"), source);
        for (String name :
                List.of("machine.WDT", "misc.PWM", "misc.Power.powerDownReason", "machine.UART.control_485")) {
            String line = "the BC25 has no " + name + ". Ask hasattr() first, or do without it";
            assertTrue(small.contains(line), small.toString());
        }
    }

    /** facts-board.md B2.122, B3.28, B20.5: the names of machine and misc in each generation. */
    @Test
    void namesAreThoseOfTheGeneration() {
        String always = "Pin ExtInt UART SPI I2C Timer RTC WDT";
        assertEquals("", missing(2021, "machine", always + " LCD NANDFLASH"));
        assertEquals(
                "Key KeyPad OneWire SoftReset reset", missing(2021, "machine", "Key KeyPad OneWire SoftReset reset"));
        String both = always + " I2C_simulation SoftSPI";
        assertEquals("", missing(2025, "machine", both + " SoftReset LCD KeyPad NANDFLASH OneWire Key"));
        String newest = "reset freq unique_id sys_wdt_feed UART0 UART4 REPL_UART";
        assertEquals(newest, missing(2025, "machine", newest));
        assertEquals("", missing(2026, "machine", both + " Key " + newest));
        assertEquals(
                "LCD KeyPad NANDFLASH OneWire SoftReset",
                missing(2026, "machine", "LCD KeyPad NANDFLASH OneWire SoftReset"));
        for (int year : new int[] {2021, 2025, 2026}) {
            assertEquals("", missing(year, "misc", "Power ADC PowerKey PWM USB net_light"));
        }
        String later = "PWM_V2 USBNET antennaSecRXOffCtrl";
        assertEquals(later, missing(2021, "misc", later));
        assertEquals("", missing(2025, "misc", later + " Temperature replEnable replUpdatePassswd IncCoreVoltage"));
        assertEquals("", missing(2026, "misc", later + " setReplEnable net_light_enable lpmFastExtInt"));
    }

    /** Which of the names a generation's module has not. */
    private static String missing(int year, String module, String names) {
        return List.of(names.split(" ", -1)).stream()
                .filter(name -> !codes(year, "from " + module + " import " + name + "\nprint(" + name + ")\n")
                        .isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Model model(String name) {
        return Config.of(Path.of("device/models", name).toAbsolutePath())
                .board()
                .model();
    }

    private static List<String> told(Model model, String source) {
        Checker checker = checker(Target.DEFAULT);
        checker.runsOn(model);
        return checker.check("example.py", source, module -> false).stream()
                .map(each -> each.message() + ". " + each.advice())
                .toList();
    }

    @Test
    void theDocumentationHasATabAndBlanks() throws IOException {
        for (Target target : Target.all()) {
            List<Finding> found = new ArrayList<>();
            for (String block : Documentation.blocks()) {
                found.addAll(checker(target.year()).check("block", block, module -> false));
            }
            found.removeIf(
                    each -> target.year() == 2026 && each.code().equals("no-module")); // it has no clouds any more
            assertEquals(
                    1, found.stream().filter(each -> each.code().equals("tab")).count(), found.toString());
            assertTrue(
                    found.stream().allMatch(each -> List.of("tab", "blank").contains(each.code())), found.toString());
            assertTrue(target.year() == 2026 || found.size() == 10, found.toString());
        }
    }

    @Test
    void theSamplesHaveNothing() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../samples"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".py"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                assertEquals(List.of(), checker(Target.DEFAULT).check(file.toString(), file));
            }
        }
    }
}

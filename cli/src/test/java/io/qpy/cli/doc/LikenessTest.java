package io.qpy.cli.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void numbersAndIdentitiesAreAside() {
        alike("1", "25");
        alike("-1.570796", "-1.5707963267948966");
        alike("1e-05", "0.00001");
        alike("'866327040830317'", "'867000000000000'");
        alike("'EC100YCNAAR01A01M16_OCPU_PY'", "'EC600NCNLAR03A02M08'");
        alike("(2020, 9, 29, 8, 54, 42, 1, 273)", "(2026,12,1,5,0,0,1,335)");
        alike("('21/10/26 06:08:03 8 0', 1635228483, 0)", "('26/12/01 05:00:00 8 0', 1796101200, 0)");
        alike("[1, 0, '10.91.44.177']", "[1, 0, '198.51.100.7']");
        alike("ac:6b:1e:f5:33:db", "00:11:22:33:44:55");
        alike("<MQTTClient object at 7e5b3a10>", "<MQTTClient object at 1>");
        alike("‘x’", "'x'");
        alike("\"x\"", "'x'");
    }

    @Test
    void textIsNot() {
        differs(1, "'abc'", "'abd'");
        differs(1, "True", "False");
        differs(1, "(1, 2)", "[1, 2]");
        differs(1, "(1, 2)", "(1, 2, 3)");
        differs(1, "thread1", "task1");
        differs(1, "<class 'dict'>", "<class 'list'>");
        differs(2, "a\nb", "a\nc");
        differs(2, "a\nb", "a");
        differs(1, "a", "a\nb");
        differs(1, "a", "");
    }

    @Test
    void bytesThatAreDataCountByTheirNumber() {
        alike("b'\\xb3\\xc9Y\\x1b\\xe9'", "b'abcde'");
        differs(1, "b'\\xb3\\xc9'", "b'abcde'");
        alike("b'616263'", "b'313233'");
        differs(1, "b'hello'", "b'world'");
        alike("bytearray(b'\\x00\\x00\n\\x00')", "bytearray(b'\\x01\\x02\\x20\\x03')");
    }

    @Test
    void failureIsNoOtherNumber() {
        differs(1, "0", "-1");
        alike("-1", "0");
    }

    @Test
    void commentsAndBlankLines() {
        alike("# then\n\n20 # bytes\n// end", "7");
        alike("# then", "anything");
        alike("##### test #####", "##### test #####");
        differs(1, "20 # bytes", "x");
    }

    @Test
    void ellipses() {
        alike("a\n...\nz", "a\nb\nc\nz");
        alike("……", "anything");
        alike("[0, ..., 9]", "[0, 1, 2, 9]");
        differs(1, "a\n...\nz", "b\nz");
    }

    @Test
    void placesOfTracebacks() {
        alike(
                "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\nValueError",
                "Traceback (most recent call last):\n  File \"main.py\", line 7, in f\nValueError");
    }

    @Test
    void amongOthers() {
        Likeness likeness = Likeness.exact().amongOthers();
        assertEquals(true, likeness.compare(lines("0"), "told\n0\n").isEmpty());
        assertEquals(false, likeness.compare(lines("0\ntold"), "told\n0\n").isEmpty());
    }

    @Test
    void muchOutputTakesNoTime() {
        String printed = "A-1-".repeat(100_000) + "\nb'" + "\\x00".repeat(100_000) + "'\n" + "x\n".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> differs(1, "b'\\x00'\ny\n".repeat(100), printed));
    }

    private static void alike(String shown, String printed) {
        assertEquals(
                "",
                Likeness.exact()
                        .compare(lines(shown), printed)
                        .map(Difference::words)
                        .orElse(""));
    }

    private static void differs(int line, String shown, String printed) {
        assertEquals(
                line,
                Likeness.exact()
                        .compare(lines(shown), printed)
                        .map(Difference::line)
                        .orElse(0));
    }

    private static List<Step.Line> lines(String text) {
        List<Step.Line> lines = new ArrayList<>();
        text.lines().forEach(each -> lines.add(new Step.Line(lines.size() + 1, each)));
        return lines;
    }
}

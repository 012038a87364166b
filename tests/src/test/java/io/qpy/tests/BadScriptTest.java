package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts that are no good, as a script that imports or runs them sees it; BadInputTest has what a person sees. */
class BadScriptTest {
    private final TestDevice device = new TestDevice();

    @Test
    void modulesThatAreNoText() {
        device.prints("imports/no_text.py");
    }

    @Test
    void aModuleWithAFirmwareModulesName() {
        device.prints("imports/firmware_names.py");
    }

    @Test
    void aScriptOfZeros() {
        device.run("x = 1\nprint('\0')\n");
        assertEquals(
                "Traceback (most recent call last):\n  File \"main.py\", line 2\nSyntaxError: invalid syntax\n",
                device.errors());
        assertEquals(
                List.of("main.py:2:8: encoding: a byte 0x00 is in no script. Name a text file."), device.notices());
    }

    @Test
    void modulesThatImportEachOther() {
        device.script("imports/each_other.py");
        assertEquals(Scripts.expected("imports/each_other.py"), device.output());
        assertEquals("""
                Traceback (most recent call last):
                  File "main.py", line 10, in <module>
                  File "usr/c.py", line 1, in <module>
                  File "usr/d.py", line 1, in <module>
                ImportError: can't import name x
                """, device.errors());
    }
}

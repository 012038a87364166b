package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** {@code uos}, {@code uio} and {@code ql_fs}. */
class FirmwareFilesTest {
    private final TestDevice device = new TestDevice();

    /** The firmware's boot script runs in the main program's names, and has imported some modules; _boot.py of 2021. */
    @Test
    void whatTheBootScriptLeaves() {
        device.script("boot/names.py");
        assertEquals(Scripts.expected("boot/names.py"), device.output());
        assertEquals("""
                Traceback (most recent call last):
                  File "main.py", line 4, in <module>
                NameError: name 'ql_fs' isn't defined
                """, device.errors());
    }

    @Test
    void filesAndFolders() {
        device.prints("uos/folders.py");
    }

    @Test
    void wholeFilesInOneCall() {
        device.prints("ql_fs/whole_files.py");
    }
}

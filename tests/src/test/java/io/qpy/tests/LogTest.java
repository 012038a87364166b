package io.qpy.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogTest {
    @Test
    void formatsWithArguments() {
        TestDevice device = new TestDevice();
        device.run("import log\nlog.getLogger('T').info('%d(%s)', 100, 'foobar')\n");
        assertEquals("INFO:T:100(foobar)\n", device.output());
    }
}

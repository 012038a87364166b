package io.qpy.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TabReadingTest {
    @Test
    void aTabCountsFourColumns() {
        assertEquals("if x:\n    a\n    b\n", TabReading.apply("if x:\n    a\n\tb\n"));
        assertEquals("        a\n", TabReading.apply("  \t\ta\n"));
    }

    @Test
    void stringsBracketsAndContinuationsKeepTheirTabs() {
        String source = "s = '''\n\tkept\n'''\nf(\n\tkept)\na = 1 + \\\n\tkept\n";
        assertEquals(source, TabReading.apply(source));
    }

    @Test
    void quotesInCommentsAndEscapesDoNotOpenAString() {
        assertEquals("# it's\n    a\n", TabReading.apply("# it's\n\ta\n"));
        assertEquals("s = 'it\\'s'\n    a\n", TabReading.apply("s = 'it\\'s'\n\ta\n"));
        assertEquals("s = \"\"\"a\"b\\\"\"\"\"\n    a\n", TabReading.apply("s = \"\"\"a\"b\\\"\"\"\"\n\ta\n"));
    }

    @Test
    void anUnfinishedStringOrBracketEndsWithTheSource() {
        assertEquals("s = 'open\n    a", TabReading.apply("s = 'open\n\ta"));
        assertEquals("f(\n\ta", TabReading.apply("f(\n\ta"));
        assertEquals("\\", TabReading.apply("\\"));
    }
}

package io.qpy.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TabReadingTest {
    @Test
    void aTabCountsFourColumns() {
        assertEquals("if x:\n    a\n    b\n", TabReading.apply("if x:\n    a\n\tb\n", TabReading.EDITOR));
        assertEquals("        a\n", TabReading.apply("  \t\ta\n", TabReading.EDITOR));
    }

    @Test
    void theModulesTabCountsEight() {
        assertEquals("if x:\n        a\n        b\n", TabReading.apply("if x:\n\ta\n    \tb\n", TabReading.MODULE));
    }

    @Test
    void theLineOfATabIsTheLastUpToTheError() {
        assertEquals(2, TabReading.tabLine("if x:\n\ta\n        b\nc\n\td\n", 3));
        assertEquals(2, TabReading.tabLine("if x:\n\ta\n", 1));
        assertEquals(1, TabReading.tabLine("x\n", 1));
    }

    @Test
    void stringsBracketsAndContinuationsKeepTheirTabs() {
        String source = "s = '''\n\tkept\n'''\nf(\n\tkept)\na = 1 + \\\n\tkept\n";
        assertEquals(source, TabReading.apply(source, TabReading.EDITOR));
    }

    @Test
    void quotesInCommentsAndEscapesDoNotOpenAString() {
        assertEquals("# it's\n    a\n", TabReading.apply("# it's\n\ta\n", TabReading.EDITOR));
        assertEquals("s = 'it\\'s'\n    a\n", TabReading.apply("s = 'it\\'s'\n\ta\n", TabReading.EDITOR));
        assertEquals(
                "s = \"\"\"a\"b\\\"\"\"\"\n    a\n",
                TabReading.apply("s = \"\"\"a\"b\\\"\"\"\"\n\ta\n", TabReading.EDITOR));
    }

    @Test
    void anUnfinishedStringOrBracketEndsWithTheSource() {
        assertEquals("s = 'open\n    a", TabReading.apply("s = 'open\n\ta", TabReading.EDITOR));
        assertEquals("f(\n\ta", TabReading.apply("f(\n\ta", TabReading.EDITOR));
        assertEquals("\\", TabReading.apply("\\", TabReading.EDITOR));
    }
}

package io.qpy.repl.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The text of the line, and what is written so that a terminal shows it. */
class LineBufferTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LineBuffer line = new LineBuffer(new Port(written));

    private void assertLine(String before, String after) {
        assertEquals(before, line.beforeCursor());
        assertEquals(before + after, line.text());
    }

    /** What was written since it was last asked. */
    private String written() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return text;
    }

    @Test
    void insertsAtTheCursor() {
        assertTrue(line.isEmpty());
        line.insert("ad");
        assertEquals("ad", written());
        line.left();
        assertEquals("\b", written());
        line.insert("bc");
        assertLine("abc", "d");
        assertEquals("bcd\b", written());
    }

    @Test
    void movesNoFurtherThanTheEnds() {
        line.insert("ab");
        line.right();
        assertLine("ab", "");
        line.home();
        line.left();
        assertLine("", "ab");
        line.end();
        assertLine("ab", "");
    }

    @Test
    void goesFarBackByOneSequence() {
        line.insert("12345");
        assertEquals("12345", written());
        line.home();
        assertEquals("\033[5D", written());
    }

    @Test
    void removesACharacterBeforeAndAtTheCursor() {
        line.insert("abc");
        line.left();
        line.backspace();
        assertLine("a", "c");
        line.delete();
        assertLine("a", "");
        line.delete();
        assertLine("a", "");
        line.backspace();
        line.backspace();
        assertLine("", "");
    }

    @Test
    void removesFourSpacesOfAnIndentation() {
        line.insert("      ");
        line.backspace();
        assertLine("  ", "");
        line.backspace();
        assertLine(" ", "");
    }

    @Test
    void aSpaceBehindTextIsOneCharacter() {
        line.insert("x     ");
        line.backspace();
        assertLine("x    ", "");
    }

    @Test
    void aCharacterOfTwoUnitsIsOne() {
        line.insert("a😀b");
        line.left();
        line.backspace();
        assertLine("a", "b");
        line.replace("😀");
        line.left();
        assertLine("", "😀");
        line.right();
        assertLine("😀", "");
    }

    @Test
    void aWideCharacterTakesTwoColumns() {
        line.insert("温");
        assertEquals("温", written());
        line.home();
        assertEquals("\b\b", written());
    }

    @Test
    void findsWords() {
        line.insert("ab  cd.ef");
        assertEquals(7, line.wordStart());
        line.moveTo(4);
        assertEquals(0, line.wordStart());
        assertEquals(6, line.wordEnd());
        line.deleteWord();
        assertLine("ab  ", ".ef");
        line.backspaceWord();
        assertLine("", ".ef");
        line.deleteRest();
        assertLine("", "");
    }

    @Test
    void aShorterLineErasesTheRestOfTheLongerOne() {
        line.insert("long line");
        assertEquals("long line", written());
        line.replace("short");
        assertEquals("\033[9D\033[Kshort", written());
        line.replace("longer");
        assertEquals("\033[5Dlonger", written());
        assertLine("longer", "");
    }

    @Test
    void showsItselfAgainWithTheCursorInItsPlace() {
        line.insert("abc");
        line.left();
        assertEquals("abc\b", written());
        line.show();
        assertEquals("abc\b", written());
    }

    @Test
    void takesBackAnIndentation() {
        line.insert("    ");
        line.unindent(4);
        assertLine("", "");
    }
}

package io.qpy.cli.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is seen in a block's code: endless loops, placeholders, names. */
class CodeTest {
    @Test
    void endlessLoops() {
        assertTrue(EndlessLoop.isMain("while True:\n    pass\n"));
        assertTrue(EndlessLoop.isMain("if __name__ == '__main__':\n    while (1) :\n        f()\n    g()\n"));
        assertFalse(EndlessLoop.isMain("while True:\n    if x:\n        break\n"));
        assertFalse(EndlessLoop.isMain("def f():\n    while 1:\n        pass\n"));
        assertTrue(EndlessLoop.isIn("def f():\n    while 1:\n        pass\n"));
        assertFalse(EndlessLoop.isIn("# while True:\nwhile x:\n    pass\n"));
    }

    @Test
    void placeholders() {
        placeholder("\"xxxxxxxx\"", "f(\"xxxxxxxx\", 8)");
        placeholder("'<token>'", "f('<token>')");
        placeholder("'your-key'", "f('your-key')");
        placeholder("'在此填写'", "key = '在此填写'");
        placeholder("productKey = \"\"", "productKey = \"\"  # key");
        placeholder("xxx", "f(xxx)");
        placeholder("...", "f(...)");
        placeholder("import your_module", "import your_module");
        placeholder("......", "def f():\n    ......\n");
        placeholder("见示例", "见示例\n");
        placeholder("", "x = 1  # xxx\nurl = 'http://host'\nprint('*** up ***')\ny = [...]\n");
        assertTrue(Placeholders.isOne("productKey"));
        assertFalse(Placeholders.isOne("machine"));
    }

    private static void placeholder(String expected, String source) {
        assertEquals(expected, Placeholders.in(source).orElse(""), source);
    }

    @Test
    void names() {
        String text = ">>> import a, b.c as d\n>>> from e import f\n>>> g = 1\n>>> def h():\n...     i == 2\n";
        assertEquals(Set.of("a", "d", "f", "g", "h"), Names.madeBy(new Block("", 1, List.of(text.split("\n")), true)));
    }
}

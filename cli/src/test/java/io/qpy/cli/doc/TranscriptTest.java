package io.qpy.cli.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    @Test
    void statementsAndWhatIsShown() {
        steps(">>> a\n1\n>>> b\n\n2\n", "11 a [1]", "13 b [, 2]");
        steps(">>>a\n>>>\n1\n", "11 a []", "12  [1]");
    }

    @Test
    void dots() {
        steps(">>> def f():\n...     return 1\n...\n...\n>>> f()\n1\n", "11 def f():\n    return 1 []", "15 f() [1]");
        steps(">>> (1,\n... 2)\n(1, 2)\n", "11 (1,\n2) [(1, 2)]");
        steps(">>> print(1)\n...\n9\n", "11 print(1) [..., 9]");
    }

    @Test
    void lostDots() {
        steps(
                ">>> def f():\n\ta = 1\n\n\treturn a\n\t\n>>> f()\n",
                "11 def f():\n\ta = 1\n\n\treturn a [\t]",
                "16 f() []");
        steps(">>> if a:\n>>>     b\n>>> else:\n>>>     c\n>>> d\n", "11 if a:\n    b\nelse:\n    c []", "15 d []");
        steps(">>> [1,\n 2]\n[1, 2]\n", "11 [1,\n 2] [[1, 2]]");
    }

    @Test
    void lostIndents() {
        steps(">>> if a:\n... b\n... else:\n... c\n", "11 if a:\n    b\nelse:\n    c []");
    }

    @Test
    void comments() {
        steps(">>> f(1) // 切换\n0\n", "11 f(1) [0]");
        steps(">>> 7 // 2\n", "11 7 // 2 []");
    }

    @Test
    void aScriptFirst() {
        steps("# remark\n\n>>> a\n", "13 a []");
        steps("x = 1\n// remark\n>>> x\n1\n", "11 x = 1\n [1]".replace(" [1]", " []"), "13 x [1]");
    }

    private static void steps(String text, String... expected) {
        Block block = new Block("", 10, text.lines().toList(), true);
        assertEquals(
                List.of(expected),
                Transcript.of(block).stream()
                        .map(each -> each.line() + " " + each.source().stripTrailing()
                                + (each.isScript() ? "\n " : " ")
                                + each.shown().stream().map(Step.Line::text).toList())
                        .toList());
    }
}

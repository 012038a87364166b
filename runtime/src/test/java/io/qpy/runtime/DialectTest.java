package io.qpy.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
    @Test
    void refusals() {
        refused(Dialect.Kind.NUMBER, 2, 5, "x = 1\ny = 1if x else 2\n");
        refused(Dialect.Kind.NUMBER, 1, 6, "x = (0xfor 1)");
        refused(Dialect.Kind.NUMBER, 1, 1, "1e5or 2");
        refused(Dialect.Kind.ARGUMENT_ORDER, 1, 8, "f(x=1, *y)");
        refused(Dialect.Kind.ARGUMENT_ORDER, 2, 9, "f(**x,\n        *y)");
        refused(Dialect.Kind.CHARACTER_NAME, 1, 7, "x = f(\"\\N{BULLET}\")");
        refused(Dialect.Kind.NUL, 1, 2, "x\0");
    }

    private static void refused(Dialect.Kind kind, int line, int column, String source) {
        assertEquals(
                new Dialect.Refusal(kind, line, column), Dialect.read(source).refusal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 1 if y else 0x1f or 2\n",
                "x1if = 1.5e3; y = 1_000j\n",
                "f(*a, x=1)\nf(*a, *b, **c)\n",
                "def f(x=1, *y): pass\n",
                "f(x=lambda a=1, *b: b, y=2)\n",
                "f(x == 1, *y)\nf(x=1)(*y)\nf(x=(1 * 2), y=[2 * 3])\n",
                "# f(x=1, *y)\n'1if x'\n\"\"\"\n1if \"\n\"\"\"\n",
                "r'\\N{BULLET}'\nb'\\N{BULLET}'\n'\\\\N{BULLET}'\n",
                "'it''s'\n'unclosed\n1 if x else 2\n",
                "((((\n",
                "))))\n",
                "'\\",
                ""
            })
    void whatPasses(String source) {
        assertNull(Dialect.read(source).refusal());
    }
}

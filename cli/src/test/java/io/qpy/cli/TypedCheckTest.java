package io.qpy.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which typed code is looked at: what every prompt sees often is not, so that it answers at once. */
class TypedCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "print(f'{x}')",
                "x = rf\"a\"",
                "x = B'a'",
                "x = bR'a'",
                "'\\N{BULLET}'",
                "a[i := 1]",
                "x = [*a, *b]",
                "{**a}",
                "x = *a, 1",
                "@a[0]\ndef f(): pass",
                "def f(a, /): pass",
                "def f[T](a): pass",
                "match x:\n    case 1: pass",
                "type A = int",
                "try: pass\nexcept* ValueError: pass",
                "with (open('a') as f): pass",
                "[x async for x in y]"
            })
    void whatTheModuleMayNotRead(String source) {
        assertTrue(TypedCheck.isDoubtful(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6 * 7",
                "x = a / b",
                "2 ** 8",
                "def double(a):\n    return 2 * a",
                "class A:\n    pass",
                "b'bytes'",
                "r'raw'",
                "with open('/usr/a') as f: print(f.read())",
                "import request",
                "print('a: %s' % a)",
                "if matched: pass",
                "print(type(x))",
                "@property\ndef f(self): pass",
                "async def main():\n    await uasyncio.sleep(1)"
            })
    void whatEveryPromptSees(String source) {
        assertFalse(TypedCheck.isDoubtful(source));
    }
}

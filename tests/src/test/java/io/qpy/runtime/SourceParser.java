package io.qpy.runtime;

import io.qpy.fuzz.Parser;
import io.qpy.fuzz.Seeds;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** A script's text: what MicroPython refuses, tabs, and its size. No line may move. */
public final class SourceParser implements Parser {
    @Override
    public List<byte[]> seeds() {
        return Seeds.texts(
                """
                import ujson as json
                def f(a, *b, c=1, **d):
                \ttry:
                \t\treturn a // 2 + 010 + 1_000 + 1.5e3j
                \texcept (OSError, ValueError) as e:
                \t\tprint(f'{a!r:>{c}} {"x"}', b'\\x00', r"\\", u'\\u00e9')
                """,
                "class A:\n    __x = 1if 2else 3\n    def g(self): return f(x=1, *y)\n",
                "s = \"\"\"a\n\tb\\\n'''\"\"\" # c\nlambda x: {1: [2, (3,)]}\n'\\N{DASH}'\n",
                "try: pass\nexcept A as b: pass\n\nx = f\"{f'{1}'}\"\\\n+ 2\n");
    }

    @Override
    public List<byte[]> words() {
        return Seeds.texts(
                "except ",
                " as ",
                ":",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "'",
                "\"",
                "'''",
                "\"\"\"",
                "\\",
                "\\\n",
                "f'",
                "rb\"",
                "\t",
                "\n",
                "\r\n",
                "\r",
                "#",
                "*",
                "**",
                "=",
                "==",
                "//",
                "lambda ",
                "def ",
                "1if",
                "0777",
                "\\N{",
                "\f",
                "\ud83d\ude00",
                "__x");
    }

    @Override
    public String parse(byte[] input) {
        String source;
        try {
            source = Script.decode("fuzz.py", input);
        } catch (CharacterCodingException e) {
            return "not UTF-8";
        }
        Dialect dialect = Dialect.read(source);
        requireSameLines(source, dialect.text());
        requireSameLines(source, TabReading.apply(source, TabReading.EDITOR));
        int ignored = TabReading.tabLine(source, 1);
        String refusal =
                dialect.refusal() == null ? "none" : dialect.refusal().kind().name();
        return refusal + dialect.isReadAsTree() + dialect.text().equals(source) + CodeSize.isTooLarge(source);
    }

    private static void requireSameLines(String source, String changed) {
        if (lines(source) != lines(changed)) {
            throw new AssertionError(lines(source) + " lines became " + lines(changed));
        }
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }
}

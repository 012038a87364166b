package io.qpy.cli.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void headingsAndLines() {
        Markdown document = Markdown.of("""
                # One *two* #

                ```python
                a
                ```
                > **f(\\*args)**
                ```py
                b
                ```
                **bold**

                Title
                =====
                ~~~MicroPython
                c
                ~~~
                """);
        assertEquals(
                List.of("One *two*:3:a\n", "f(*args):7:b\n", "Title:14:c\n"),
                document.blocks().stream()
                        .map(each -> each.heading() + ":" + each.line() + ":" + each.source())
                        .toList());
    }

    @Test
    void theFenceOfAListIsTakenFromItsLines() {
        assertEquals("if x:\n    y\n\nz\n", only("1. a\n\n   ```python\n   if x:\n       y\n\n   z\n   ```\n"));
        assertEquals("if x:\n\ty\n", only("\t```python\n\tif x:\n\t\ty\n\t```\n"));
        assertEquals("a\n  b\n", only("  ```python\n    a\n      b\n  ```\n"));
        assertEquals("a\n", only("- * ```python\n    a\n    ```\n"));
        assertEquals("  a\n", only("```python\n  a\n```\n"));
    }

    @Test
    void quotesEndTheirBlocks() {
        assertEquals("a\n\n  b\n", only("> ```python\n> a\n>\n>   b\n> ```\nc\n"));
        assertEquals("a\n", only("> > ```python\n> > a\nc\n"));
    }

    @Test
    void marks() {
        assertEquals("```\n~~~\n", only("````python\n```\n~~~\n````\n"));
        assertEquals("    ```\n", only("```python\n    ```\n```\n"));
        assertTrue(
                Markdown.of("```python``` in a line\n```python x`y\n").blocks().isEmpty());
    }

    @Test
    void languages() {
        for (String info :
                List.of("python", "Python title", "{.python}", "py3", "pycon", "python,ignore", "{python}")) {
            assertEquals("a\n", only("```" + info + "\na\n```\n"), info);
        }
        for (String info : List.of("", "text", "pytb", "python2x", "ipynb")) {
            assertTrue(Markdown.of("```" + info + "\na\n```\n").blocks().isEmpty(), info);
        }
        assertEquals("# a\n>>> b\n", only("```\n# a\n>>> b\n```\n"));
    }

    @Test
    void anUnclosedFence() {
        assertFalse(Markdown.of("```python\na\n").blocks().get(0).closed());
        assertEquals(3, Markdown.of("a\n\n```text\nb\n").unclosed());
        assertEquals(0, Markdown.of("```python\na\n").unclosed());
    }

    @Test
    void longLinesTakeNoTime() {
        String odd = "- ".repeat(100_000) + "\n" + " ".repeat(100_000) + "```\n" + ">".repeat(100_000) + "```\n";
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Markdown.of(odd));
    }

    private static String only(String markdown) {
        List<Block> blocks = Markdown.of(markdown).blocks();
        assertEquals(1, blocks.size(), markdown);
        return blocks.get(0).source();
    }
}

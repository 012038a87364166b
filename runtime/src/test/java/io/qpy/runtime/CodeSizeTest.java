package io.qpy.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSizeTest {
    @ParameterizedTest
    @ValueSource(strings = {"a=1;", "x\n", "[", "f'{a + b} {c}'\n", "'a', ", "1 + "})
    void code(String each) {
        assertTrue(CodeSize.isTooLarge(each.repeat(CodeSize.MOST_TOKENS + 1)));
        assertFalse(CodeSize.isTooLarge(each.repeat(CodeSize.MOST_TOKENS / 20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# it's a comment\n", "   \n", "\r\n"})
    void noCode(String each) {
        assertFalse(CodeSize.isTooLarge(each.repeat(CodeSize.MOST_TOKENS + 1)));
    }

    @Test
    void aTextInQuotesIsOneToken() {
        String text = "a text, it goes on; ".repeat(CodeSize.MOST_TOKENS);
        assertFalse(CodeSize.isTooLarge("x = '''" + text + "\\'''' + 1\n" + "\"" + text + "\" # '" + text));
        assertFalse(CodeSize.isTooLarge("rb'" + text.repeat(2)));
        assertFalse(CodeSize.isTooLarge("x = 'no end\\"));
    }
}

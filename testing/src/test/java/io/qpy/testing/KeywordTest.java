package io.qpy.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordTest {
    private static final String ID = "tests/test_mqtt.py::TestClient::test_Publish";

    private static boolean covers(String expression) {
        return Keyword.parse(expression).covers(ID);
    }

    @Test
    void aWordIsLookedForInAnyCase() {
        assertTrue(covers("MQTT"));
        assertTrue(covers("testclient::test_publish"));
        assertFalse(covers("http"));
    }

    @Test
    void andBindsMoreThanOrAndNotMost() {
        assertTrue(covers("mqtt or http and ftp"));
        assertFalse(covers("(mqtt or http) and ftp"));
        assertTrue(covers("not http and mqtt"));
        assertFalse(covers("not (http or mqtt)"));
        assertTrue(covers("not not mqtt"));
    }

    @Test
    void anOperatorInsideAWordIsNone() {
        assertTrue(Keyword.parse("order").covers("test_order"));
        assertFalse(Keyword.parse("android").covers("test_order"));
    }

    @Test
    void nothingIsEveryTest() {
        assertSame(Keyword.ANY, Keyword.parse("  "));
        assertTrue(Keyword.ANY.covers(ID));
    }

    @Test
    void showsWhatWasWritten() {
        assertEquals("a and  b", Keyword.parse("a and  b").toString());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a b, 'and' or 'or' is missing before 'b'",
                "a and, a word is missing before its end",
                "or a, a word is missing before or",
                "not, a word is missing before its end",
                "(a, a closing bracket is missing",
                "(), a word is missing before )",
                "a), 'and' or 'or' is missing before ')'",
            })
    void rejectsWhatIsNoExpression(String expression, String reason) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Keyword.parse(expression));
        assertEquals(reason, refused.getMessage());
    }
}

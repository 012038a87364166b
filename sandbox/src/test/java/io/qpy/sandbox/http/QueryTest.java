package io.qpy.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QueryTest {
    private static String parsed(String text) {
        return Query.parse(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Test
    void fieldsHaveNamesAndValues() {
        assertEquals("{}", parsed(""));
        assertEquals("{a=[1, 3], b=[]}", parsed("a=1&b=&a=3"));
        assertEquals("{a=[], =[x=y]}", parsed("&a&&=x=y&"));
        assertEquals("{温 度=[5;6]}", parsed("%E6%B8%A9+%e5%BA%A6=5;6"));
        assertEquals("{温=[度]}", parsed("温=度"));
    }

    @Test
    void whatIsNoEscapeStays() {
        assertEquals("{level=[50%]}", parsed("level=50%"));
        assertEquals("{a=[%zz%2%2g%٣٣A%]}", parsed("a=%zz%2%2g%٣٣%41%"));
    }

    @Test
    void whatIsNoUtf8IsReplaced() {
        assertEquals("{a=[\uFFFD]}", parsed("a=%C0"));
    }
}

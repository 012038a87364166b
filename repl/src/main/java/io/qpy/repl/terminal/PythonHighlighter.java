package io.qpy.repl.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Colours code while it is typed: keywords, strings, numbers and comments. The quantifiers over alternatives are possessive
 * ({@code *+}), because Java matches others by recursion, and a string can be long.
 */
final class PythonHighlighter implements Highlighter {
    private static final Pattern TOKEN = Pattern.compile("""
            (?<comment>\\#[^\\n]*)
            |(?<string>[rRbBuUfF]{0,2}(?:\"""[\\s\\S]*?(?:\"""|$)|'''[\\s\\S]*?(?:'''|$)
                |"(?:\\\\.|[^"\\\\\\n])*+"?|'(?:\\\\.|[^'\\\\\\n])*+'?))
            |(?<number>(?<!\\w)(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|\\d+\\.?\\d*(?:[eE][+-]?\\d+)?))
            |(?<keyword>(?<![\\w.])(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except
                |False|finally|for|from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return
                |True|try|while|with|yield)(?!\\w))
            """, Pattern.COMMENTS);

    private final boolean colour;

    PythonHighlighter(boolean colour) {
        this.colour = colour;
    }

    @Override
    public AttributedString highlight(LineReader reader, String code) {
        AttributedStringBuilder coloured = new AttributedStringBuilder();
        int done = 0;
        Matcher token = TOKEN.matcher(code);
        while (colour && token.find()) {
            coloured.append(code.substring(done, token.start()));
            coloured.styled(style(token), token.group());
            done = token.end();
        }
        return coloured.append(code.substring(done)).toAttributedString();
    }

    private static AttributedStyle style(Matcher token) {
        AttributedStyle plain = AttributedStyle.DEFAULT;
        if (token.group("comment") != null) {
            return plain.foreground(AttributedStyle.BRIGHT);
        }
        if (token.group("string") != null) {
            return plain.foreground(AttributedStyle.GREEN);
        }
        return token.group("number") != null
                ? plain.foreground(AttributedStyle.CYAN)
                : plain.foreground(AttributedStyle.MAGENTA).bold();
    }
}

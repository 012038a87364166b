package io.qpy.repl.terminal;

import java.util.function.Function;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Asks the device what a line can be completed with; JLine's own ideas of words and quotes are not Python's. */
final class PythonParser implements Parser {
    private final Function<String, Completions> completions;

    PythonParser(Function<String, Completions> completions) {
        this.completions = completions;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context != ParseContext.COMPLETE) {
            return Completions.none(line, cursor);
        }
        Completions found = completions.apply(line.substring(0, cursor));
        return new Completions(line, cursor, found.all());
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }
}

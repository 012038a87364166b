package io.qpy.repl.board;

import io.qpy.runtime.Interaction.Ending;
import io.qpy.runtime.Interaction.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Code that came as bytes: UTF-8, or an error that says so. */
final class SourceText {
    private SourceText() {}

    static Reply run(byte[] source, Function<String, Reply> run) {
        try {
            return run.apply(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source))
                    .toString());
        } catch (CharacterCodingException e) {
            String traceback = "Traceback (most recent call last):\n  File \"<stdin>\", line " + line(source)
                    + "\nUnicodeError: the code is not UTF-8\n";
            return new Reply(Ending.EXCEPTION, traceback, 0);
        }
    }

    /** The line of the first byte that is not UTF-8. */
    private static long line(byte[] source) {
        String text = new String(source, StandardCharsets.UTF_8);
        int wrong = Math.max(0, text.indexOf('\ufffd'));
        return 1 + text.substring(0, wrong).chars().filter(c -> c == '\n').count();
    }
}

package io.qpy.cli.doc;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A fenced python block of a Markdown document.
 *
 * @param heading the nearest heading or bold line above it
 * @param line the document's line of the opening fence, from 1
 * @param lines its text, without the fence's indent
 * @param closed whether its fence is closed
 */
public record Block(String heading, int line, List<String> lines, boolean closed) {
    static final String PROMPT = ">>>";
    private static final Pattern PROMPTS = Pattern.compile("(?m)^(>>>|\\.\\.\\.) ?");

    public Block {
        lines = List.copyOf(lines);
    }

    /** Its text; each line with {@code \n}. */
    public String source() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** What is to run of it: its text, that of a transcript without prompts. */
    public String code() {
        return PROMPTS.matcher(source()).replaceAll("");
    }

    /** Whether it shows a prompt, and not a script. */
    public boolean isTranscript() {
        return lines.stream().anyMatch(each -> each.startsWith(PROMPT));
    }

    /** The document's line of one of the block's, both from 1. */
    public int documentLine(int ofBlock) {
        return line + ofBlock;
    }
}

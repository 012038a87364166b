package io.qpy.cli.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the python blocks of a Markdown document: those whose fence says python, and prompts in a fence that says nothing. */
public final class Markdown {
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*|>\\s*\\*\\*.*\\*\\*|\\*\\*[^*]*\\*\\*");
    private static final Pattern MARKS = Pattern.compile("^[#>\\s]+|\\s#+\\s*$|\\*\\*|\\\\(?=\\W)");
    private static final Pattern UNDERLINE = Pattern.compile("={3,}\\s*|-{3,}\\s*");
    private static final Pattern TITLE = Pattern.compile("[\\p{L}\\p{N}`_].*");

    private final String[] lines;
    private final List<Block> blocks = new ArrayList<>();
    private String heading = "";
    private int unclosed;

    private Markdown(String text) {
        lines = text.split("\r\n|\r|\n", -1);
    }

    /** Reads a document's text. */
    public static Markdown of(String text) {
        Markdown document = new Markdown(text);
        document.read();
        return document;
    }

    /** The python blocks, in order. */
    public List<Block> blocks() {
        return blocks;
    }

    /** The line of a fence of another language that is not closed, which hides what follows; 0 where there is none. */
    public int unclosed() {
        return unclosed;
    }

    private void read() {
        for (int i = 0; i < lines.length; i++) {
            Fence fence = Fence.of(lines[i]);
            if (fence != null) {
                i = readBlock(fence, i);
            } else if (lines[i].stripLeading().startsWith("<!--")) {
                i = endOfComment(i);
            } else if (isHeading(lines[i].strip())) {
                heading = MARKS.matcher(lines[i]).replaceAll("").strip();
            } else if (i > 0
                    && UNDERLINE.matcher(lines[i]).matches()
                    && TITLE.matcher(lines[i - 1]).matches()) {
                heading = lines[i - 1].strip();
            }
        }
    }

    private int endOfComment(int from) {
        int at = from;
        while (at < lines.length && !lines[at].contains("-->")) {
            at++;
        }
        return at == lines.length ? from : at;
    }

    private static boolean isHeading(String line) {
        return HEADING.matcher(line).matches();
    }

    /** Reads the block that a fence opens; the line of its end. */
    private int readBlock(Fence fence, int opening) {
        List<String> text = new ArrayList<>();
        int at = opening + 1;
        while (at < lines.length) {
            String line = fence.withoutQuotes(lines[at]);
            if (line == null || fence.isClosedBy(line)) {
                break;
            }
            text.add(fence.withoutIndent(line));
            at++;
        }
        boolean closed = at < lines.length;
        Block block = new Block(heading, opening + 1, fence.indent() > 0 ? dedented(text) : text, closed);
        if (fence.isPython() || (fence.isBare() && beginsWithPrompt(block))) {
            blocks.add(block);
        } else if (!closed) {
            unclosed = opening + 1;
        }
        return at < lines.length && fence.withoutQuotes(lines[at]) == null ? at - 1 : at;
    }

    private static boolean beginsWithPrompt(Block block) {
        return block.lines().stream()
                .filter(each -> !each.isBlank() && !each.startsWith("#"))
                .findFirst()
                .map(each -> each.startsWith(Block.PROMPT))
                .orElse(false);
    }

    /** Without the blanks that all of its lines begin with: in a list, text is often indented further than its fence. */
    private static List<String> dedented(List<String> text) {
        int common = text.stream()
                .filter(each -> !each.isBlank())
                .mapToInt(each -> each.length() - each.stripLeading().length())
                .min()
                .orElse(0);
        return text.stream()
                .map(each -> each.substring(
                        Math.min(common, each.length() - each.stripLeading().length())))
                .toList();
    }
}

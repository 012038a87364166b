package io.qpy.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A fenced python block of a Markdown document.
 *
 * @param heading the nearest heading or bold line above it
 * @param line the document's line of the opening fence, from 1
 * @param source its text
 */
record DocBlock(String heading, int line, String source) {
    /** Every block of a document whose fence says python, in order. */
    static List<DocBlock> of(String markdown) {
        List<DocBlock> blocks = new ArrayList<>();
        String[] lines = markdown.split("\r?\n", -1);
        String heading = "";
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.startsWith("```") || line.startsWith("~~~")) {
                int end = closing(lines, i, line.substring(0, 3));
                if (line.substring(3).strip().matches("(python|py|micropython)\\b.*")) {
                    blocks.add(new DocBlock(heading, i + 1, text(lines, i + 1, end)));
                }
                i = end;
            } else if (isHeading(line)) {
                heading = line.replaceAll("[#>*\\s]+", " ").strip();
            }
        }
        return blocks;
    }

    private static boolean isHeading(String line) {
        return line.startsWith("#") || line.matches(">\\s*\\*\\*.*\\*\\*") || line.matches("\\*\\*[^*]*\\*\\*");
    }

    private static int closing(String[] lines, int opening, String fence) {
        int at = opening + 1;
        while (at < lines.length && !lines[at].strip().equals(fence)) {
            at++;
        }
        return at;
    }

    private static String text(String[] lines, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(lines[i]).append('\n');
        }
        return text.toString();
    }
}

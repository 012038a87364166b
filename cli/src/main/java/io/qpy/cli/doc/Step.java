package io.qpy.cli.doc;

import java.util.List;

/**
 * What a transcript has typed at the prompt, and what the document shows below it.
 *
 * @param line the document's line of it, from 1
 * @param source the statement, or the script before the first prompt; empty for a prompt alone
 * @param isScript whether it is such a script, whose values are not shown
 * @param shown the lines below it
 */
public record Step(int line, String source, boolean isScript, List<Line> shown) {
    /**
     * A line of the document.
     *
     * @param number from 1
     */
    public record Line(int number, String text) {}

    public Step {
        shown = List.copyOf(shown);
    }
}

package io.qpy.repl.terminal;

import io.qpy.runtime.Interaction.Completion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** A line as JLine wants it to be parsed: one word, which ends at the cursor, and what that word can become. */
record Completions(String line, int cursor, List<Completion> all) implements CompletingParsedLine {
    /** A line to which nothing is known. */
    static Completions none(String line, int cursor) {
        return new Completions(line, cursor, List.of());
    }

    static void offer(LineReader ignored, ParsedLine line, List<Candidate> candidates) {
        if (line instanceof Completions completions) {
            for (Completion each : completions.all) {
                String description = each.description().isEmpty() ? null : each.description();
                candidates.add(new Candidate(each.text(), each.text(), null, description, null, null, false));
            }
        }
    }

    private int start() {
        return all.isEmpty() ? cursor : all.get(0).start();
    }

    @Override
    public String word() {
        return line.substring(start(), cursor);
    }

    @Override
    public int wordCursor() {
        return cursor - start();
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word());
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    @Override
    public int rawWordLength() {
        return word().length();
    }
}

package io.qpy.cli.doc;

import io.qpy.repl.Continuation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a block with {@code >>>} and {@code ...}. Documents are written by hand: continuation lines may lack their dots, or
 * have {@code >>>} again, and indents that the prompt itself types are often lost.
 */
public final class Transcript {
    private static final String DOTS = "...";
    private static final Pattern COMPOUND = Pattern.compile("(@|(if|while|for|try|with|def|class|async)\\b).*");
    private static final Pattern BRANCH = Pattern.compile("(else|elif|except|finally)\\b.*");
    /** A comment as C has it, in the words of a language that needs no operator there. */
    private static final Pattern FOREIGN_COMMENT = Pattern.compile("(?<=[\\s)\\]])\\s*//\\s*(?=[^\\x00-\\x7f]).*$");

    private static final String INDENT = "    ";

    private final Block block;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    private Transcript(Block block) {
        this.block = block;
    }

    /** What is typed, in order. */
    public static List<Step> of(Block block) {
        Transcript transcript = new Transcript(block);
        transcript.readScript();
        while (transcript.isMore()) {
            transcript.readStep();
        }
        return transcript.steps;
    }

    private boolean isMore() {
        return at < block.lines().size();
    }

    private String line() {
        return block.lines().get(at);
    }

    private static boolean isPrompt(String line) {
        return line.startsWith(Block.PROMPT);
    }

    /** Reads what stands before the first prompt. */
    private void readScript() {
        List<String> script = new ArrayList<>();
        while (!isPrompt(line())) {
            script.add(line().startsWith("//") ? "" : line());
            at++;
        }
        if (!script.stream().allMatch(each -> each.isBlank() || each.startsWith("#"))) {
            steps.add(new Step(block.documentLine(1), String.join("\n", script) + "\n", true, List.of()));
        }
    }

    private void readStep() {
        int line = block.documentLine(at + 1);
        List<String> statement = readStatement();
        List<Step.Line> shown = new ArrayList<>();
        while (isMore() && !isPrompt(line())) {
            shown.add(new Step.Line(block.documentLine(at + 1), line()));
            at++;
        }
        steps.add(new Step(line, String.join("\n", indented(statement)).strip(), false, shown));
    }

    /** Reads a prompt's line and those that go on from it. */
    private List<String> readStatement() {
        List<String> statement = new ArrayList<>();
        Continuation typed = new Continuation();
        String next = afterPrompt(line());
        while (next != null) {
            String text = next.stripTrailing();
            statement.add(text);
            if (!text.isEmpty() || line().startsWith(DOTS)) {
                typed.add(text); // a blank line without dots ends nothing
            }
            at++;
            next = isMore() ? continuation(statement, typed.isWanted()) : null;
        }
        return statement;
    }

    /** What the present line adds to a statement; null where it is not of it. */
    private String continuation(List<String> statement, boolean wanted) {
        String line = line();
        if (line.startsWith(DOTS)) {
            String text = line.substring(DOTS.length());
            boolean output = !wanted && (text.isBlank() || text.startsWith("."));
            return output && !statement.get(statement.size() - 1).isEmpty() ? null : withoutBlank(text);
        }
        if (!wanted) {
            return null;
        }
        boolean compound = COMPOUND.matcher(statement.get(0)).matches();
        if (isPrompt(line)) {
            String text = afterPrompt(line);
            return compound && belongs(text) ? text : null;
        }
        if (!compound) {
            return line; // a bracket is open, or a string
        }
        return belongs(line.isBlank() ? textAfterBlanks() : line) ? line : null;
    }

    /** Whether a line without dots is of a compound statement's body. */
    private static boolean belongs(String text) {
        boolean indented = text.startsWith(" ") || text.startsWith("\t");
        return (indented && !text.isBlank()) || BRANCH.matcher(text).matches();
    }

    private String textAfterBlanks() {
        return block.lines().stream()
                .skip(at)
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String afterPrompt(String line) {
        String typed = withoutBlank(line.substring(Block.PROMPT.length()));
        return FOREIGN_COMMENT.matcher(typed).replaceFirst("");
    }

    private static String withoutBlank(String text) {
        return text.startsWith(" ") ? text.substring(1) : text;
    }

    /** With the indent that the prompt types where a block begins, if the document has lost it. */
    private static List<String> indented(List<String> statement) {
        boolean lost = statement.size() > 1
                && COMPOUND.matcher(statement.get(0)).matches()
                && statement.get(0).endsWith(":")
                && statement.get(1).matches("\\S.*")
                && !statement.get(1).startsWith("#");
        if (!lost) {
            return statement;
        }
        List<String> all = new ArrayList<>(List.of(statement.get(0)));
        statement.stream()
                .skip(1)
                .map(each -> BRANCH.matcher(each).matches() ? each : INDENT + each)
                .forEach(all::add);
        return all;
    }
}

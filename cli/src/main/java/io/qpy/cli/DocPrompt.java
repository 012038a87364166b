package io.qpy.cli;

import io.qpy.cli.DocResult.Cause;
import io.qpy.cli.doc.Block;
import io.qpy.cli.doc.Difference;
import io.qpy.cli.doc.Likeness;
import io.qpy.cli.doc.Step;
import io.qpy.cli.doc.Transcript;
import io.qpy.runtime.Interaction.Ending;
import io.qpy.runtime.Interaction.Mode;
import io.qpy.runtime.Interaction.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs a transcript at the prompt of a device, where those before it have left their names. */
final class DocPrompt {
    private static final String NAME = "<stdin>";
    private static final int PATIENCE_MILLIS = 3000; // for what a callback prints
    private static final int LOOK_MILLIS = 20;
    private static final Pattern COMMENT = Pattern.compile("(?m)\\s*//.*$");
    private static final Pattern CALLBACK = Pattern.compile("(?i)callback|cb\\b|subscribe");
    private static final Pattern CHANCE = Pattern.compile("\\burandom\\b");

    private final DocDevice device;
    private final Limits limits;
    private final StringBuilder code = new StringBuilder();
    private final StringBuilder printed = new StringBuilder();

    DocPrompt(DocDevice device, Limits limits) {
        this.device = device;
        this.limits = limits;
    }

    /**
     * Runs all of its statements, also after one that fails: others may need their names.
     *
     * @return the first problem; null where there is none
     */
    DocProblem run(Block block) {
        DocProblem first = null;
        for (Step step : Transcript.of(block)) {
            code.append(step.source()).append('\n');
            DocProblem problem = step.source().isEmpty() ? awaited(step) : run(step);
            first = first == null ? problem : first;
            if (problem != null && isEnd(problem.cause())) {
                break;
            }
        }
        takeOutput();
        return first;
    }

    /** What was printed at the prompt, without tracebacks. */
    String printed() {
        return printed.toString();
    }

    private static boolean isEnd(Cause cause) {
        return cause == Cause.STOPPED || cause == Cause.INTERRUPTED;
    }

    /** What has been printed since it was last asked for. */
    private String takeOutput() {
        String text = device.output().text();
        device.output().clear();
        printed.append(text);
        return text;
    }

    private DocProblem run(Step step) {
        String before = takeOutput();
        int said = device.said().size();
        Reply reply = execute(step, step.source());
        if (isNotPython(reply)) {
            String without = COMMENT.matcher(step.source()).replaceAll("");
            reply = without.equals(step.source()) ? reply : execute(step, without);
        }
        if (isNotPython(reply) && isPrinted(step, before)) {
            return null;
        }
        device.said().addAll(reply.notices());
        if (CALLBACK.matcher(step.source()).find()) {
            device.expectCallbacks();
        }
        return problem(step, reply, device.explanation(said));
    }

    private Reply execute(Step step, String source) {
        device.session().forgetInterrupt();
        Mode mode = step.isScript() ? Mode.FILE : Mode.SINGLE;
        return limits.run(device.session(), () -> device.session().interaction().execute(NAME, source, mode));
    }

    private static boolean isNotPython(Reply reply) {
        return reply.ending() == Ending.EXCEPTION && exception(reply).startsWith("SyntaxError");
    }

    /** The last line of its traceback. */
    private static String exception(Reply reply) {
        return DocScript.lastLine(reply.traceback());
    }

    private DocProblem problem(Step step, Reply reply, String explanation) {
        String where = "line " + step.line() + ": ";
        if (device.session().isExpired()) {
            return new DocProblem(Cause.STOPPED, where + "stopped", null, code.toString());
        }
        if (limits.isInterrupted()) {
            return new DocProblem(Cause.INTERRUPTED, where + "interrupted", null, code.toString());
        }
        String raised = reply.traceback().isEmpty() ? "" : exception(reply);
        if (!raised.isEmpty() && !isShown(step, raised)) {
            String expected = Likeness.exact()
                    .compare(step.shown(), raised)
                    .map(each -> new Difference(each.line(), each.expected(), "")
                            .words()
                            .replaceFirst("nothing$", ""))
                    .orElse(where);
            return DocProblem.raised(expected, raised, explanation, code.toString());
        }
        String kind = raised.replaceFirst(":.*", "");
        return likeness(step)
                .compare(withoutMessage(step.shown(), kind), device.output().text() + kind)
                .map(this::differs)
                .orElse(null);
    }

    private Likeness likeness(Step step) {
        Likeness exact = CHANCE.matcher(step.source()).find() ? Likeness.ofChance() : Likeness.exact();
        return device.hasCallbacks() ? exact.amongOthers() : exact;
    }

    private DocProblem differs(Difference difference) {
        return new DocProblem(Cause.DIFFERS, difference.words(), difference, code.toString());
    }

    /** Whether the document shows an exception of this kind. */
    private static boolean isShown(Step step, String exception) {
        String kind = exception.replaceFirst(":.*", "");
        return step.shown().stream().anyMatch(each -> isOf(kind, each.text()));
    }

    private static boolean isOf(String kind, String line) {
        return line.strip().equals(kind) || line.strip().startsWith(kind + ":");
    }

    /** The lines with no more than the exception's kind, as its message differs from one firmware to another. */
    private static List<Step.Line> withoutMessage(List<Step.Line> shown, String kind) {
        return shown.stream()
                .map(each -> !kind.isEmpty() && isOf(kind, each.text()) ? new Step.Line(each.number(), kind) : each)
                .toList();
    }

    /** What stands after a prompt and is not Python was printed there: by a callback, perhaps soon. */
    private boolean isPrinted(Step step, String before) {
        List<Step.Line> lines = new ArrayList<>(List.of(new Step.Line(step.line(), step.source())));
        lines.addAll(step.shown());
        return await(lines, before).isEmpty();
    }

    private DocProblem awaited(Step step) {
        return await(step.shown(), "").map(this::differs).orElse(null);
    }

    private Optional<Difference> await(List<Step.Line> lines, String before) {
        Likeness likeness = Likeness.exact().amongOthers();
        long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(device.hasCallbacks() ? PATIENCE_MILLIS : 0);
        Optional<Difference> difference =
                likeness.compare(lines, before + device.output().text());
        while (difference.isPresent() && System.nanoTime() < patience) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return difference;
            }
            difference = likeness.compare(lines, before + device.output().text());
        }
        return difference;
    }
}

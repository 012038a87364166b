package io.qpy.cli;

import io.qpy.cli.DocResult.Cause;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;

/** Runs a block as a script of its own. */
final class DocScript {
    private final DocDevice device;
    private final Limits limits;

    DocScript(DocDevice device, Limits limits) {
        this.device = device;
        this.limits = limits;
    }

    /**
     * Runs it to its end.
     *
     * @return null where it went well
     */
    DocProblem run(Script script) {
        Outcome outcome = limits.run(device.session(), script);
        return switch (outcome.ending()) {
            case FINISHED ->
                outcome.exitCode() == 0
                        ? null
                        : problem(Cause.RAISED, "sys.exit(" + outcome.exitCode() + ")", script);
            case SWITCHED_OFF, RESTARTED -> null;
            case TIMED_OUT ->
                problem(
                        Cause.STOPPED,
                        "stopped" + (outcome.where().isEmpty() ? "" : " at " + outcome.where()),
                        script);
            case INTERRUPTED -> problem(Cause.INTERRUPTED, "interrupted", script);
            case EXCEPTION, BUG ->
                DocProblem.raised("", lastLine(device.output().text()), device.explanation(0), script.source().strip());
        };
    }

    private static DocProblem problem(Cause cause, String reason, Script script) {
        return new DocProblem(cause, reason, null, script.source().strip());
    }

    static String lastLine(String text) {
        String stripped = text.stripTrailing();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }
}

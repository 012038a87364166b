package io.qpy.cli;

import io.qpy.cli.DocResult.Cause;
import io.qpy.runtime.Outcome;
import io.qpy.runtime.Script;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        String code = script.source().strip();
        if (limits.isInterrupted()) {
            return new DocProblem(Cause.INTERRUPTED, "interrupted", null, code);
        }
        return switch (outcome.ending()) {
            case FINISHED ->
                outcome.exitCode() == 0
                        ? null
                        : new DocProblem(Cause.RAISED, "sys.exit(" + outcome.exitCode() + ")", null, code);
            case SWITCHED_OFF, RESTARTED -> null;
            case TIMED_OUT -> new DocProblem(Cause.STOPPED, line(outcome.where()) + "stopped", null, code);
            case INTERRUPTED, EXCEPTION, BUG ->
                raised(script.name(), device.output().text(), code);
        };
    }

    private DocProblem raised(String name, String text, String code) {
        Matcher place = Pattern.compile("  File \"" + Pattern.quote(name) + "\", line (\\d+)")
                .matcher(text);
        String line = "";
        while (place.find()) {
            line = "line " + place.group(1) + ": ";
        }
        return DocProblem.raised(line, lastLine(text), device.explanation(0), code);
    }

    /** {@code line 12: } of {@code main.md:12}; empty where it is not known. */
    private static String line(String where) {
        return where.isEmpty() ? "" : "line " + where.substring(where.lastIndexOf(':') + 1) + ": ";
    }

    static String lastLine(String text) {
        String stripped = text.stripTrailing();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }
}

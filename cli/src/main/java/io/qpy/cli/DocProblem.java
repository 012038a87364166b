package io.qpy.cli;

import io.qpy.cli.DocResult.Cause;
import io.qpy.cli.doc.Difference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a block has not gone well.
 *
 * @param reason in one line
 * @param difference what the document shows and what was printed, if that is the reason; else null
 * @param code the block's code as far as it matters: that of a transcript to the statement that failed
 */
record DocProblem(Cause cause, String reason, Difference difference, String code) {
    private static final Pattern MISSING =
            Pattern.compile("(?:ImportError: no module named|NameError: name) '([^']+)'");

    private static final Pattern EXPLANATION = Pattern.compile(" \\([\\w-]+: .*\\)$");

    /** The module or the name that it fails for want of; empty where that is not the reason. */
    String missingName() {
        Matcher missing = MISSING.matcher(reason);
        return missing.find() ? missing.group(1) : "";
    }

    /** An exception, by the last line of its traceback. */
    static DocProblem raised(String where, String exception, String explanation, String code) {
        return new DocProblem(causeOf(exception), where + exception + explanation, null, code);
    }

    /** The same with what it comes from. */
    DocProblem because(Cause other, String explanation) {
        String bare = EXPLANATION.matcher(reason).replaceFirst("");
        return new DocProblem(other, bare + " (" + explanation + ")", difference, code);
    }

    /** The same where something that the reader is to fill in can be why. */
    DocProblem withPlaceholder(String placeholder) {
        String bare = EXPLANATION.matcher(reason).replaceFirst("");
        return new DocProblem(cause, placeholder + " is to be filled in: " + bare, difference, code);
    }

    private static Cause causeOf(String exception) {
        if (exception.startsWith("ImportError")) {
            return Cause.NO_MODULE;
        }
        return exception.matches("(Syntax|Indentation|Tab)Error\\b.*") ? Cause.NOT_PYTHON : Cause.RAISED;
    }
}

package io.qpy.check;

import io.qpy.device.Notice;

/**
 * Something in a script that the module would refuse, or take for something else than was meant.
 *
 * @param file as the person named it
 * @param line from 1
 * @param column from 1, in characters
 * @param code what kind it is; {@link Codes} has a page about each
 * @param message what is wrong, without a full stop
 * @param advice what to do, without a full stop
 */
public record Finding(String file, int line, int column, String code, String message, String advice) {
    /** The same as a line of qpy's own. */
    public Notice notice() {
        return new Notice(code, toString());
    }

    /** {@code file:line:col: code: message. What to do.} */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + sentence();
    }

    /** {@code code: message. What to do.} */
    public String sentence() {
        return code + ": " + text();
    }

    /** {@code message. What to do.} */
    public String text() {
        return message + ". " + advice + (advice.endsWith("?") ? "" : ".");
    }
}

package io.qpy.device;

/**
 * A line for the person at the PC.
 *
 * @param code what kind of line it is; {@code qpy explain} has a page about each
 * @param text one line, without the code
 */
public record Notice(String code, String text) {
    public static Notice of(Code code, String text) {
        return new Notice(code.toString(), text);
    }

    /** As it is shown behind {@code qpy: }: the code is at the end, where the text has none as {@code qpy check} does. */
    @Override
    public String toString() {
        return isFinding() ? text : text + " [" + code + "]";
    }

    /** {@code file:line:column: code: what is wrong}. */
    private boolean isFinding() {
        return text.startsWith(code + ": ") || text.contains(": " + code + ": ");
    }
}

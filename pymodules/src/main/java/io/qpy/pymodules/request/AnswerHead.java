package io.qpy.pymodules.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an answer.
 *
 * @param status three digits as a rule; what a server sends
 * @param reason as received, without the blanks around it
 * @param lines those of the header fields, as received, each byte a character, without their ends
 */
record AnswerHead(int status, String reason, List<String> lines) {
    /** The second word is the status (the firmware asks no more of an answer, facts.md 5.9). */
    private static final Pattern STATUS = Pattern.compile("\\s*\\S+\\s+(\\d{1,9})(?:\\s+(.*?))?\\s*", Pattern.DOTALL);

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private static final int FIRST_FINAL = 200;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /** The head that begins with this line, or null where the line is none of HTTP. */
    static AnswerHead of(String statusLine, List<String> lines) {
        Matcher matcher = STATUS.matcher(statusLine);
        if (!matcher.matches()) {
            return null;
        }
        String reason = matcher.group(2) == null ? "" : matcher.group(2);
        return new AnswerHead(Integer.parseInt(matcher.group(1)), reason, List.copyOf(lines));
    }

    /** Whether the answer itself is still to come. */
    boolean isInterim() {
        return status >= 100 && status < FIRST_FINAL && status != SWITCHING_PROTOCOLS;
    }

    /** Whether no body follows, whatever the header fields say. */
    boolean hasNoBody() {
        return status == NO_CONTENT || status == NOT_MODIFIED;
    }

    /** Whether the body comes in chunks, each with its size before it. */
    boolean isChunked() {
        return values("transfer-encoding").stream().anyMatch(value -> value.endsWith("chunked"));
    }

    /** The body's length; -1 where the server tells none, two, or one that is no number: the body then ends with the connection. */
    long length() {
        List<String> told = values("content-length").stream().distinct().toList();
        return told.size() == 1 && LENGTH.matcher(told.get(0)).matches() ? Long.parseLong(told.get(0)) : -1;
    }

    private List<String> values(String name) {
        List<String> values = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(name)) {
                values.add(line.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return values;
    }
}

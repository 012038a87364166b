package io.qpy.sandbox.http;

import io.qpy.sandbox.journal.Payload;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server of files answers: all of a file, or what a Range header asks for. */
final class FilePart {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,10})-(\\d{0,10})");

    private static final String TYPE = "application/octet-stream";

    private FilePart() {}

    /** A header of another form, and several ranges, are not looked at, as RFC 9110 allows. */
    static Reply reply(Payload content, Optional<String> range) {
        Matcher asked = RANGE.matcher(range.orElse(""));
        if (!asked.matches()) {
            return Reply.of(200, TYPE, content);
        }
        byte[] bytes = content.bytes();
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? bytes.length : Math.min(bytes.length, Long.parseLong(asked.group(2)) + 1);
        if (from >= to) {
            return Reply.of(416, TYPE, Payload.EMPTY).with("Content-Range", "bytes */" + bytes.length);
        }
        return Reply.of(206, TYPE, Payload.of(Arrays.copyOfRange(bytes, (int) from, (int) to)))
                .with("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
    }
}

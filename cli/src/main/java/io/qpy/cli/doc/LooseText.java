package io.qpy.cli.doc;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text without what differs from one device, one moment and one writer to another: numbers, addresses, serial numbers,
 * versions, objects' addresses, white space, the kind of quotes. Of bytes, if they are data, their number counts.
 */
final class LooseText {
    private static final Pattern BYTES = Pattern.compile("\\bb(['\"])");
    private static final int HEX_ESCAPE = 4; // characters
    private static final Pattern OBJECT = Pattern.compile("<(?!class )[^<>]*>");
    private static final Pattern DATA = Pattern.compile("\\bb(['\"])(?!\\1)[^'\"]*?[\\d\\\\]");
    /** An address, an identity (capitals with digits), a hash, a time or date, a number. */
    private static final Pattern NUMBER = Pattern.compile("\\b[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}\\b"
            + "|\\b(?=[\\w-]{0,60}\\d)(?=[\\w-]{0,60}[A-Z])[A-Z0-9_-]{4,}\\b"
            + "|\\b(?=[0-9a-f]*\\d)[0-9a-f]{8,}\\b"
            + "|0[xX][0-9A-Fa-f]+"
            + "|[+-]?\\d+(?:[.:/-]\\d+)+(?:[eE][+-]?\\d+)?"
            + "|[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private static final Pattern STRING = Pattern.compile("'[^']*'");

    private final boolean textAside;
    private final boolean dataAside;

    /**
     * Text of a comparison.
     *
     * @param documented what is compared with; where it shows bytes that are data, bytes are compared by their number
     * @param textAside whether strings are aside too
     */
    LooseText(List<String> documented, boolean textAside) {
        this.textAside = textAside;
        dataAside = DATA.matcher(String.join("", documented)).find();
    }

    String of(String text) {
        String plain = text.replaceAll("[‘’]", "'").replaceAll("[“”]", "\"");
        if (dataAside) {
            plain = withoutBytes(plain);
        }
        plain = OBJECT.matcher(plain).replaceAll("<>");
        plain = NUMBER.matcher(plain).replaceAll("0");
        plain = plain.replaceAll("\\s+", "").replace('"', '\'');
        return textAside ? STRING.matcher(plain).replaceAll("''") : plain;
    }

    /** The text with {@code b[*****]} for {@code b'\x01data'}; no pattern, as bytes can be long. */
    private static String withoutBytes(String text) {
        StringBuilder all = new StringBuilder();
        Matcher literal = BYTES.matcher(text);
        int from = 0;
        while (literal.find(from)) {
            all.append(text, from, literal.start()).append("b[");
            char quote = literal.group(1).charAt(0);
            int at = literal.end();
            while (at < text.length() && text.charAt(at) != quote) {
                all.append('*');
                at += text.startsWith("\\x", at) ? HEX_ESCAPE : text.charAt(at) == '\\' ? 2 : 1;
            }
            all.append(']');
            from = Math.min(at + 1, text.length());
        }
        return all.append(text.substring(from)).toString();
    }
}

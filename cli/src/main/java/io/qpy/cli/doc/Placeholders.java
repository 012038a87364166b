package io.qpy.cli.doc;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a document leaves for its reader to fill in: keys, tokens, names of modules. */
public final class Placeholders {
    private static final String CREDENTIAL =
            "product_?(?:key|id|secret)|device_?(?:name|secret)|token|app_?key|api_?key|access_?key|secret|password";
    private static final List<Pattern> KINDS = List.of(
            Pattern.compile("(?m)^\\h*(?:\\.{4,}|…+)\\h*$"),
            Pattern.compile("\\A\\s*[^\\x00-\\x7f\\s][^=()\\n]*\\s*\\z"), // prose, where an example is to come
            Pattern.compile("(?i)\\b(?:from|import)\\s+((?:your|my)_?\\w*|x{3,}\\w*)"),
            Pattern.compile("[\"'][^\"'\\n]*?(?:[xX]{3,}|<[^<>\"']+>)[^\"'\\n]*[\"']"),
            Pattern.compile("[\"']\\*{3,}[\"']"),
            Pattern.compile("(?i)[\"'][^\"'\\n]*\\byour[-_ ][^\"'\\n]*[\"']"),
            Pattern.compile("[\"'][^\"'\\n]*(?:填写|填入|替换|您的|你的)[^\"'\\n]*[\"']"),
            Pattern.compile("\\b(?:[xX]{3,}|(?i:your)_\\w+)\\b"),
            Pattern.compile("(?i)\\b(?:" + CREDENTIAL + "|url|host|server)\\s*=\\s*(?:None|\"\"|'')"),
            Pattern.compile("(?<=[(,=]\\s?)(?:\\.\\.\\.|…+)(?=\\s*[),\\n]|$)"));
    private static final Pattern NAME = Pattern.compile(
            "(?i)" + CREDENTIAL + "|x{3,}\\w*|your\\w*|my_?(?:module|app|script|file)\\w*|[^\\x00-\\x7f]+");
    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)(#|//).*$");

    private Placeholders() {}

    /** Whether a name of a module, or of a value, stands for the reader's own, or for prose. */
    public static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    /** The first in a piece of code; comments aside. */
    public static Optional<String> in(String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        return KINDS.stream()
                .map(each -> each.matcher(code))
                .filter(Matcher::find)
                .map(each -> each.group().strip())
                .findFirst();
    }
}

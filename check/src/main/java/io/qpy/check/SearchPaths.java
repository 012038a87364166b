package io.qpy.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where scripts have modules looked for, beside the firmware's.
 *
 * @param folders below {@code /usr}, as the scripts name them
 * @param elsewhere whether there are others, which the text does not tell or the PC does not have
 */
public record SearchPaths(Set<String> folders, boolean elsewhere) {
    public static final SearchPaths NONE = new SearchPaths(Set.of(), false);

    private static final Pattern CHANGE = Pattern.compile(
            "^[^#\\n]*(?:\\bu?sys\\.path\\s*(?:\\.(?:append|insert|extend)\\s*\\(|\\[[^\\]\\n]*\\]\\s*=|\\+?=)"
                    + "|\\bu?os\\.chdir\\s*\\(|\\bfrom\\s+u?sys\\s+import\\s[^\\n]*\\bpath\\b)([^\\n]*)",
            Pattern.MULTILINE);

    private static final Pattern TEXT = Pattern.compile("(['\"])([^'\"]*)\\1");
    private static final Pattern BELOW_USR = Pattern.compile("/?usr(?:/.*)?");

    /** Returns those of a script's text. */
    static SearchPaths of(String source) {
        if (!source.contains("path") && !source.contains("chdir")) {
            return NONE;
        }
        Set<String> folders = new TreeSet<>();
        boolean elsewhere = false;
        for (Matcher change = CHANGE.matcher(source); change.find(); ) {
            Matcher text = TEXT.matcher(change.group(1));
            elsewhere |= !text.find();
            text.reset();
            while (text.find()) {
                boolean below = BELOW_USR.matcher(text.group(2)).matches();
                if (below) {
                    folders.add(text.group(2));
                }
                elsewhere |= !below;
            }
        }
        return new SearchPaths(folders, elsewhere);
    }

    /** Returns these and others. */
    SearchPaths and(SearchPaths others) {
        Set<String> all = new TreeSet<>(folders);
        all.addAll(others.folders);
        return new SearchPaths(all, elsewhere || others.elsewhere);
    }
}

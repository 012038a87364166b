package io.qpy.cli.doc;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names that a block gives to those after it. */
public final class Names {
    private static final Pattern IMPORT = Pattern.compile("(?m)^\\h*(?:from\\h+[\\w.]+\\h+)?import\\h+([\\w., ]+)");
    private static final Pattern IMPORTED = Pattern.compile("(\\w+)[\\w.]*(?:\\h+as\\h+(\\w+))?");
    private static final Pattern BOUND = Pattern.compile("(?m)^\\h*(?:(?:def|class)\\h+(\\w+)|(\\w+)\\h*=(?!=))");

    private Names() {}

    /** The names that a block imports, defines or assigns. */
    public static Set<String> madeBy(Block block) {
        String code = block.code();
        Set<String> names = new TreeSet<>();
        IMPORT.matcher(code).results().forEach(each -> {
            Matcher imported = IMPORTED.matcher(each.group(1));
            while (imported.find()) {
                names.add(imported.group(2) == null ? imported.group(1) : imported.group(2));
            }
        });
        BOUND.matcher(code).results().forEach(each -> names.add(each.group(1) == null ? each.group(2) : each.group(1)));
        return names;
    }
}

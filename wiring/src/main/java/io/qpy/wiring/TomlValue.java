package io.qpy.wiring;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;

/**
 * A value of a TOML file, for reading it strictly.
 *
 * @param path its key with those of the tables around it
 * @param key the last of them
 * @param at the key's place
 * @param value a string, number, boolean, time, array or table, as the parser has it
 */
record TomlValue(TomlFile file, String path, String key, TomlPosition at, Object value) {
    private static final int SHOWN = 40;

    String string() {
        if (value instanceof String string) {
            return string;
        }
        throw wrong("a string in quotes");
    }

    /** A string of a form; {@code want} describes it to the person. */
    String string(Pattern form, String want) {
        if (value instanceof String string && form.matcher(string).matches()) {
            return string;
        }
        throw wrong(want);
    }

    boolean truth() {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw wrong("true or false");
    }

    int number(int from, int to) {
        return number(Map.of(), from, to);
    }

    /** A number, or one of the names that stand for some. */
    int number(Map<String, Integer> names, int from, int to) {
        if (value instanceof String string && names.containsKey(string)) {
            return names.get(string);
        }
        if (value instanceof Long number && number >= from && number <= to) {
            return number.intValue();
        }
        String named = names.isEmpty() ? "" : ", or one of " + String.join(", ", new TreeSet<>(names.keySet()));
        throw wrong(from + " to " + to + named, names.keySet());
    }

    TomlTable table() {
        if (value instanceof org.tomlj.TomlTable table) {
            return new TomlTable(file, path + ".", table);
        }
        throw wrong("a table: [" + path + "]");
    }

    /** The value is refused, with what is wanted instead. */
    ConfigException wrong(String want) {
        return fault("got " + shown() + ", want " + want);
    }

    /** The value is refused, with what is wanted instead, and the word that was meant, if it is near to one of these. */
    ConfigException wrong(String want, Collection<String> words) {
        return Nearest.to(String.valueOf(value), words)
                .map(near -> fault("got " + shown() + "; did you mean \"" + near + "\"? Want " + want))
                .orElseGet(() -> wrong(want));
    }

    /** The value is refused without quoting it: it is a secret, or what is wrong lies elsewhere. */
    ConfigException fault(String message) {
        return file.wrong(file.valueOf(at), path + ": " + message);
    }

    ConfigException wrongKey(String message) {
        return file.wrong(at, message);
    }

    private String shown() {
        if (value instanceof org.tomlj.TomlTable) {
            return "a table";
        }
        if (value instanceof TomlArray array) {
            return !array.isEmpty() && array.get(0) instanceof org.tomlj.TomlTable ? "an array of tables" : "an array";
        }
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
        String cut = text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        return value instanceof String ? "\"" + cut + "\"" : cut;
    }
}

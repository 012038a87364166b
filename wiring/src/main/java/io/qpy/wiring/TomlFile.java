package io.qpy.wiring;

import io.qpy.runtime.Script;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** A TOML file's text, and the places in it. Each mistake is one line: {@code file:line:column: what, where, what to do}. */
record TomlFile(Path path, String text) {
    /** 10,000 devices with their secrets are 0.6 MB; the parser takes 3 s for each MB. */
    private static final long LARGEST = 1 << 20;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    /** The parser descends by one level of the stack for each. */
    private static final int DEEPEST = 64;

    /** The file's outermost table. */
    static TomlTable read(Path path) {
        TomlFile file = new TomlFile(path, textOf(path));
        Nesting.deeperThan(DEEPEST, file.text).ifPresent(at -> {
            throw file.wrong(
                    file.at(at),
                    "brackets are nested more than " + DEEPEST
                            + " deep: no key wants this, look for one that is not shut");
        });
        TomlParseResult parsed = file.parsed();
        if (parsed.hasErrors()) {
            throw file.wrong(parsed.errors().get(0));
        }
        return new TomlTable(file, "", parsed);
    }

    /** The parser takes what follows a mistake otherwise than {@link Nesting} does, and may find it nested without end. */
    private TomlParseResult parsed() {
        try {
            return Toml.parse(text);
        } catch (TomlParseError e) {
            throw wrong(e); // in a key, of which the parser throws what it collects elsewhere
        } catch (StackOverflowError e) {
            throw new ConfigException(
                    path + ": too deep, after a mistake, to be read: look for a quote or a bracket that is not shut",
                    e);
        }
    }

    private ConfigException wrong(TomlParseError error) {
        return wrong(error.position(), oneLine(error.getMessage()));
    }

    private static String textOf(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new ConfigException(path + " is a folder, want a file: rename it, or move it away");
            }
            if (!Files.isRegularFile(path)) {
                throw new ConfigException(path + " is no file that can be read (a link that leads nowhere, a pipe or a"
                        + " device): move it away");
            }
            if (Files.size(path) > LARGEST) {
                throw new ConfigException(path + " has " + Files.size(path) + " bytes, want at most " + LARGEST
                        + ": is it a configuration?");
            }
            return Script.decode(path.toString(), Files.readAllBytes(path));
        } catch (AccessDeniedException e) {
            throw new ConfigException(path + " cannot be read: permission denied", e);
        } catch (CharacterCodingException e) {
            throw new ConfigException(e.getMessage(), e);
        } catch (IOException e) {
            throw new ConfigException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
    }

    ConfigException wrong(TomlPosition at, String message) {
        String line = CONTROL.matcher(message).replaceAll("?"); // a key may have any character
        return new ConfigException(path + ":" + at.line() + ":" + at.column() + ": " + line);
    }

    /** The place of the value behind a key; of a table with a heading, the heading's. */
    TomlPosition valueOf(TomlPosition key) {
        int at = keyEnd(index(key));
        return at < text.length() && text.charAt(at) == '=' ? at(blanksEnd(at + 1)) : key;
    }

    /** Where the dotted key that begins at an index ends, with the blanks behind it. */
    private int keyEnd(int from) {
        int at = from;
        while (at < text.length() && "=[]#\n".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            at = c == '"' || c == '\'' ? quotedEnd(at) : at + 1;
        }
        return at;
    }

    private int quotedEnd(int from) {
        char quote = text.charAt(from);
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int blanksEnd(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** The parser counts characters, not Java's halves of them. */
    private int index(TomlPosition position) {
        int start = 0;
        for (int line = 1; line < position.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, position.column() - 1);
    }

    private TomlPosition at(int index) {
        int start = text.lastIndexOf('\n', index - 1) + 1;
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        return TomlPosition.positionAt(line, 1 + text.codePointCount(start, index));
    }
}

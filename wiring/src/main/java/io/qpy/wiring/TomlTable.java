package io.qpy.wiring;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** A table of a TOML file, for reading it strictly. Whatever is wrong is one line: file, line, what was expected. */
record TomlTable(Path file, String text, String path, JsonNode node) {
    static TomlTable read(Path file) {
        try {
            String text = Files.readString(file);
            return new TomlTable(file, text, "", parse(file, text));
        } catch (AccessDeniedException e) {
            throw new ConfigException(file + " cannot be read: permission denied", e);
        } catch (IOException e) {
            throw new ConfigException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(Path file, String text) {
        try {
            return new TomlMapper().readTree(text);
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new ConfigException(file + place + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Visits each entry; one whose key is not known is an error that names the nearest. */
    void eachKnown(List<String> known, BiConsumer<String, JsonNode> visitor) {
        each((key, value) -> {
            if (!known.contains(key)) {
                throw wrong(key, "unknown key '" + path + key + "'" + Nearest.hint(key, known));
            }
            visitor.accept(key, value);
        });
    }

    void each(BiConsumer<String, JsonNode> visitor) {
        node.properties().forEach(entry -> visitor.accept(entry.getKey(), entry.getValue()));
    }

    /** The table under a key of this one. */
    TomlTable table(String key, JsonNode value) {
        if (!value.isObject()) {
            throw wrong(key, path + key + " is " + value + ", expected a table: [" + path + key + "]");
        }
        return new TomlTable(file, text, path + key + ".", value);
    }

    String string(String key, JsonNode value) {
        if (!value.isTextual()) {
            throw wrong(key, path + key + " is " + value + ", expected a string in quotes");
        }
        return value.textValue();
    }

    boolean truth(String key, JsonNode value) {
        if (!value.isBoolean()) {
            throw wrong(key, path + key + " is " + value + ", expected true or false");
        }
        return value.booleanValue();
    }

    ConfigException wrong(String key, String message) {
        return new ConfigException(file + ":" + line(key) + ": " + message);
    }

    /** The first line that begins with the key, or has it as a table's name; Jackson's tree does not keep it. */
    private int line(String key) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String bare = lines.get(i).strip().replaceAll("[\\[\\]\"']", "");
            if (bare.startsWith(key) || bare.endsWith("." + key)) {
                return i + 1;
            }
        }
        return 1;
    }
}

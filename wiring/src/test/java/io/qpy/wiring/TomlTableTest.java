package io.qpy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TomlTableTest {
    @TempDir
    private Path folder;

    private TomlTable table(String text) throws IOException {
        return TomlFile.read(Files.writeString(folder.resolve("qpy.toml"), text));
    }

    private String refusal(TomlTable table, TomlTable.Keys keys) {
        String message =
                assertThrows(ConfigException.class, () -> table.read(keys)).getMessage();
        return message.substring(message.indexOf("qpy.toml"));
    }

    @Test
    void eachReaderGetsItsValue() throws IOException {
        List<Object> seen = new ArrayList<>();
        table("name = \"a\"\nlevel = 3\n")
                .read(new TomlTable.Keys()
                        .on("level", value -> seen.add(value.number(0, 31)))
                        .on("name", value -> seen.add(value.string()))
                        .on("other", value -> seen.add("never")));
        assertEquals(List.of("a", 3), seen);
    }

    @Test
    void valuesComeInTheFilesOrder() throws IOException {
        List<String> paths =
                table("[z]\nb = 1\na = 2\n[y]\n").values().map(TomlValue::path).toList();
        assertEquals(List.of("z", "y"), paths);
    }

    @Test
    void aPathHasTheTablesAroundAKey() throws IOException {
        List<String> paths = new ArrayList<>();
        table("[modem]\nstate.rssi = 20\n").read(new TomlTable.Keys().on("modem", modem -> modem.table()
                .values()
                .forEach(state -> state.table().values().forEach(each -> paths.add(each.path())))));
        assertEquals(List.of("modem.state.rssi"), paths);
    }

    @Test
    void aDotInAQuotedKeyIsPartOfIt() throws IOException {
        List<String> keys = table("\"a.b\" = 1\n").values().map(TomlValue::key).toList();
        assertEquals(List.of("a.b"), keys);
    }

    @Test
    void rejectsAnUnknownKeyAndNamesTheNearest() throws IOException {
        TomlTable.Keys keys = new TomlTable.Keys().on("modem", value -> {}).on("hosts", value -> {});
        assertEquals("qpy.toml:2:1: unknown key 'modm'; did you mean 'modem'?", refusal(table("\nmodm = 1\n"), keys));
        assertEquals(
                "qpy.toml:1:1: unknown key 'somewhere'; known: modem, hosts", refusal(table("somewhere = 1\n"), keys));
    }

    @Test
    void rejectsAValueThatIsNoTable() throws IOException {
        TomlTable.Keys keys = new TomlTable.Keys().on("modem", value -> value.table());
        assertEquals("qpy.toml:1:9: modem: got 1, want a table: [modem]", refusal(table("modem = 1\n"), keys));
    }
}

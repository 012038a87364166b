package io.qpy.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.board.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of {@code boards}. */
class ModelsTest {
    /** One or two models, and how many pins they have. */
    private static final Pattern COUNT = Pattern.compile("([A-Z]+\\d+[A-Z]?(?:\\s+and\\s+[A-Z]+\\d+[A-Z]?)?)\\s(\\d+)");

    private static final Path TABLES = Path.of("src/main/resources/boards");

    @Test
    void eachTableIsRead() throws IOException {
        try (Stream<Path> files = Files.list(TABLES)) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".toml", ""))
                    .toList();
            assertTrue(names.size() >= 15, names::toString);
            for (String name : names) {
                Model model = Models.of(name);
                assertEquals(name, model.name());
                assertFalse(model.gpios().isEmpty(), name);
                assertTrue(Model.ANY.gpios().containsAll(model.gpios()), name);
                assertTrue(Model.ANY.uarts().containsAll(model.uarts()), name);
                assertTrue(Model.ANY.i2cs().containsAll(model.i2cs()), name);
                assertTrue(Model.ANY.pwms().containsAll(model.pwms()), name);
                assertTrue(Set.of(0, 2).contains(model.keypad().size()), name);
                assertTrue(model.gpios().containsAll(model.traits().interrupts()), name);
                assertFalse(model.traits().family().isEmpty(), name);
            }
        }
    }

    /** facts-board.md B21.8. */
    @Test
    void eachHasThePinsOfTheFacts() throws IOException {
        String facts = Files.readString(Path.of("../docs/design/facts.md"));
        int entry = facts.indexOf("- **B21.8**");
        Matcher counts = COUNT.matcher(facts.substring(entry, facts.indexOf(". The documents", entry)));
        int models = 0;
        while (counts.find()) {
            for (String name : counts.group(1).split("\\s+and\\s+", -1)) {
                Set<Integer> pins = Models.of(name).gpios();
                assertEquals(name + " 1 to " + counts.group(2), name + " " + Model.shown(pins));
                models++;
            }
        }
        assertTrue(models > 30, "only " + models);
    }

    @Test
    void aNameGoesOnBehindTheModels() {
        assertEquals("EC600N", Models.of("EC600NCNLA").name());
        assertEquals("EC600N", Models.of("ec600n-CN LA").name());
        assertEquals(41, Models.of("EC600N").gpios().size());
        assertEquals(Models.of("EC800M").gpios(), Models.of("EG810M").gpios());
    }

    @Test
    void aModuleThatNobodyDescribesHasAll() {
        assertSame(Model.ANY, Models.of("EX1"));
        assertSame(Model.ANY, Models.of("../etc"));
    }

    @Test
    void whatItLacksForAPerson() {
        Model model = Models.of("EC600N");
        assertEquals(List.of("the EC600N has no GPIO47", "It has GPIO1 to 41"), model.lacks("machine.UART.GPIO47"));
        assertEquals(List.of("the EC600N has no SPI2", "It has SPI0, 1"), model.lacks("machine.SPI.SPI2"));
        for (String title : List.of("machine.Pin.GPIO41", "machine.ExtInt.GPIO0", "machine.Pin.read", "net.getState")) {
            assertEquals(List.of(), model.lacks(title), title);
        }
    }

    @Test
    void numbersForAPerson() {
        assertEquals("1 to 3, 5, 7, 8", Model.shown(Set.of(1, 2, 3, 5, 7, 8)));
    }
}

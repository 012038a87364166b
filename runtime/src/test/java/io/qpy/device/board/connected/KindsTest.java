package io.qpy.device.board.connected;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qpy.device.board.BusPart;
import io.qpy.device.board.I2cDevice;
import io.qpy.device.time.Time;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parts that qpy comes with; what they answer is in tests/device/machine. */
class KindsTest {
    private static final Time TIME = Time.real();

    private static Stream<BusPart> all() {
        return Stream.of(Kinds.I2C, Kinds.SPI, Kinds.WIRE)
                .flatMap(kinds -> kinds.values().stream())
                .map(maker -> (BusPart) maker.make(TIME));
    }

    @Test
    void eachIsFoundByItsName() {
        Kinds.I2C.forEach((name, maker) -> assertEquals(name, maker.make(TIME).kind()));
        Kinds.SPI.forEach((name, maker) -> assertEquals(name, maker.make(TIME).kind()));
        Kinds.WIRE.forEach((name, maker) -> assertEquals(name, maker.make(TIME).kind()));
    }

    @Test
    void whatATestSetsIsUndone() {
        all().forEach(part -> part.values().forEach((name, value) -> {
            Runnable undo = part.snapshot();
            part.set(name, value + 1);
            assertEquals(value + 1, part.values().get(name), part.kind());
            undo.run();
            assertEquals(value, part.values().get(name), part.kind());
            assertThrows(IllegalArgumentException.class, () -> part.set(name, 1e9));
            assertThrows(IllegalArgumentException.class, () -> part.set(name, Double.NaN));
            assertThrows(IllegalArgumentException.class, () -> part.set("colour", 1));
        }));
    }

    @Test
    void noPartFailsAtWhatAScriptSends() {
        Kinds.I2C.values().forEach(maker -> {
            for (int first = 0; first < 256; first++) {
                I2cDevice part = maker.make(TIME);
                for (byte[] sent : new byte[][] {{}, {(byte) first}, {(byte) first, -1, 0, (byte) 0xA5, 0x5A}}) {
                    boolean ignored = part.write(sent);
                    byte[] none = part.read(0);
                    assertTrue(none == null || none.length < 300, part.kind());
                }
                byte[] read = part.read(300);
                assertTrue(read == null || part.stretches() >= 0, part.kind());
            }
        });
        Kinds.WIRE.values().forEach(maker -> {
            for (int first = 0; first < 256; first++) {
                var part = maker.make(TIME);
                part.write(new byte[] {(byte) first});
                part.begin();
                part.write(new byte[] {(byte) first, (byte) first, 1, 2, 3, 4});
                assertEquals(20, part.read(20).length);
            }
        });
        Kinds.SPI.values().forEach(maker -> {
            for (int first = 0; first < 256; first++) {
                var part = maker.make(TIME);
                for (byte[] sent : new byte[][] {{6}, {(byte) first}, {(byte) first, -1, -1, -1, -1, 0}, {}}) {
                    part.select();
                    assertEquals(sent.length, part.exchange(sent).length);
                    part.deselect();
                }
            }
        });
    }

    /** The data sheets' examples. */
    @Test
    void checkBytesAreRight() {
        assertEquals((byte) 0x92, Crc8.sensirion(new byte[] {(byte) 0xBE, (byte) 0xEF}, 0, 2));
        byte[] rom = {0x02, 0x1C, (byte) 0xB8, 0x01, 0x00, 0x00, 0x00};
        assertEquals((byte) 0xA2, Crc8.maxim(rom, 0, rom.length));
        assertEquals((byte) 0xF7, Crc8.sensirion("123456789".getBytes(StandardCharsets.US_ASCII), 0, 9));
    }

    @Test
    void aMemoryKeepsWhatItHoldsWithoutPower() {
        I2cDevice memory = new At24c02(TIME);
        assertTrue(memory.write(new byte[] {5, 'q', 'p', 'y'}));
        memory.restart();
        assertTrue(memory.write(new byte[] {5}));
        assertArrayEquals("qpy".getBytes(StandardCharsets.US_ASCII), memory.read(3));
    }

    private static void put(I2cDevice part, int register, int value) {
        part.write(new byte[] {(byte) register, (byte) value});
    }

    private static int get(I2cDevice part, int register) {
        part.write(new byte[] {(byte) register});
        return part.read(1)[0] & 0xFF;
    }

    @Test
    void theInterruptLineOfAnAccelerometer() {
        List<Integer> levels = new ArrayList<>();
        I2cDevice part = Kinds.I2C.get("lis3dh").make(TIME);
        part.drive(levels::add);
        put(part, 0x20, 0x57); // measures
        put(part, 0x32, 94); // 1.5 g
        put(part, 0x30, 0x2A); // above, on any axis
        part.set("x", 1.6);
        assertEquals(0, levels.get(levels.size() - 1), "CTRL_REG3 does not let it out");
        put(part, 0x22, 0x40);
        assertEquals(1, levels.get(levels.size() - 1));
        part.set("x", 0);
        assertEquals(0, levels.get(levels.size() - 1));
        put(part, 0x24, 0x08); // latched
        part.set("x", -2);
        part.set("x", 0);
        assertEquals(1, levels.get(levels.size() - 1));
        assertEquals(0x42, get(part, 0x31));
        assertEquals(0, levels.get(levels.size() - 1));
        put(part, 0x25, 0x02); // low when active
        assertEquals(1, levels.get(levels.size() - 1));
        part.restart();
        assertEquals(0, levels.get(levels.size() - 1));
    }
}

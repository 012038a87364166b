package io.qpy.wiring;

import io.qpy.wiring.modbus.Registers;
import io.qpy.wiring.modbus.Registers.Kind;
import java.nio.file.Path;
import org.tomlj.TomlArray;

/**
 * A table of registers: {@code unit}, and by address {@code [holding]} and {@code [input]} with numbers, {@code [coils]} and
 * {@code [discrete]} with truths. An array fills the addresses from its key on. A number with a point is two registers, as
 * IEEE 754 has it, the high one first.
 */
final class RegistersFile {
    private static final int LOWEST_UNIT = 1;
    private static final int HIGHEST_UNIT = 247;
    private static final int WORD = 0xFFFF;
    private static final String WANT_NUMBER =
            "-32768 to 65535, a number with a point for two registers, or an array of such";

    private Registers registers = new Registers(LOWEST_UNIT);

    private RegistersFile() {}

    static Registers read(Path file) {
        TomlTable table = TomlFile.read(file);
        RegistersFile reading = new RegistersFile();
        table.values().filter(each -> each.key().equals("unit")).forEach(reading::unit);
        table.read(new TomlTable.Keys()
                .on("unit", value -> {})
                .on("holding", value -> reading.table(Kind.HOLDING, value))
                .on("input", value -> reading.table(Kind.INPUT, value))
                .on("coils", value -> reading.table(Kind.COIL, value))
                .on("discrete", value -> reading.table(Kind.DISCRETE, value)));
        return reading.registers;
    }

    private void unit(TomlValue value) {
        registers = new Registers(value.number(LOWEST_UNIT, HIGHEST_UNIT));
    }

    private void table(Kind kind, TomlValue value) {
        value.table().values().forEach(each -> from(kind, each));
    }

    private void from(Kind kind, TomlValue value) {
        int address = address(value);
        if (value.value() instanceof TomlArray array) {
            for (Object each : array.toList()) {
                address += put(kind, address, each, value);
            }
        } else {
            int ignored = put(kind, address, value.value(), value);
        }
    }

    private static int address(TomlValue value) {
        if (!value.key().matches("0|[1-9][0-9]{0,4}") || Integer.parseInt(value.key()) > WORD) {
            throw value.wrongKey(
                    value.path() + ": '" + value.key() + "' is no address: want 0 to 65535, as on the line");
        }
        return Integer.parseInt(value.key());
    }

    /** Returns how many addresses the value takes. */
    private int put(Kind kind, int address, Object value, TomlValue place) {
        boolean isBit = kind == Kind.COIL || kind == Kind.DISCRETE;
        if (address > WORD) {
            throw place.fault("has more values than there are addresses: the last is 65535");
        }
        if (isBit && value instanceof Boolean bit) {
            return put(kind, address, bit ? 1 : 0);
        }
        if (!isBit && value instanceof Long number && number >= Short.MIN_VALUE && number <= WORD) {
            return put(kind, address, (int) (number & WORD));
        }
        if (!isBit && value instanceof Double number) {
            int bits = Float.floatToIntBits(number.floatValue());
            return put(kind, address, bits >>> Short.SIZE) + put(kind, address + 1, bits & WORD);
        }
        throw place.wrong(isBit ? "true, false, or an array of them" : WANT_NUMBER);
    }

    private int put(Kind kind, int address, int value) {
        registers.put(kind, address, value);
        return 1;
    }
}

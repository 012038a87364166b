package io.qpy.wiring.modbus;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a slave has: its address, and by address on the wire (from 0) four tables of values, 0 and 1 for coils and inputs of one bit.
 */
public final class Registers {
    /** The tables. */
    public enum Kind {
        COIL("coil"),
        DISCRETE("discrete input"),
        HOLDING("holding register"),
        INPUT("input register");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final int unit;
    private final Map<Kind, Map<Integer, Integer>> tables = new TreeMap<>();

    public Registers(int unit) {
        this.unit = unit;
        for (Kind kind : Kind.values()) {
            tables.put(kind, new ConcurrentHashMap<>());
        }
    }

    /** The slave's address. */
    public int unit() {
        return unit;
    }

    /** Gives it a value that it did not have, or another one. */
    public void put(Kind kind, int address, int value) {
        tables.get(kind).put(address, value);
    }

    /** Returns a copy, which changes by itself. */
    public Registers copy() {
        Registers copy = new Registers(unit);
        tables.forEach((kind, table) -> copy.tables.get(kind).putAll(table));
        return copy;
    }

    int get(Kind kind, int address) throws ModbusException {
        require(kind, address, 1);
        return tables.get(kind).get(address);
    }

    /** Throws if one of so many does not exist. */
    void require(Kind kind, int address, int count) throws ModbusException {
        for (int each = address; each < address + count; each++) {
            if (!tables.get(kind).containsKey(each)) {
                throw new ModbusException(ModbusException.ILLEGAL_ADDRESS, "there is no " + kind + " " + each);
            }
        }
    }
}

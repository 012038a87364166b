package io.qpy.wiring.modbus;

import io.qpy.wiring.modbus.Registers.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The functions of Modbus that a slave has: 1 to 6, 15 and 16 (MODBUS Application Protocol V1.1b3, chapter 6). */
final class Functions {
    private static final int READ_COILS = 1;
    private static final int READ_DISCRETE = 2;
    private static final int READ_HOLDING = 3;
    private static final int READ_INPUT = 4;
    private static final int WRITE_COIL = 5;
    private static final int WRITE_REGISTER = 6;
    private static final int WRITE_COILS = 15;
    private static final int WRITE_REGISTERS = 16;
    private static final int EXCEPTION = 0x80;
    private static final int ON = 0xFF00;
    private static final int MOST_BITS_READ = 2000;
    private static final int MOST_WORDS_READ = 125;
    private static final int MOST_BITS_WRITTEN = 1968;
    private static final int MOST_WORDS_WRITTEN = 123;
    private static final int HEAD = 5; // function, address, count
    private static final int WORD = 0xFFFF;

    private final Registers registers;

    Functions(Registers registers) {
        this.registers = registers;
    }

    /** The answer to a function and its data. */
    byte[] answer(byte[] request) throws ModbusException {
        int function = request[0] & 0xFF;
        if (request.length < HEAD && function <= WRITE_REGISTERS) {
            throw new ModbusException(ModbusException.ILLEGAL_VALUE, "the request is too short");
        }
        return switch (function) {
            case READ_COILS -> bits(request, Kind.COIL);
            case READ_DISCRETE -> bits(request, Kind.DISCRETE);
            case READ_HOLDING -> words(request, Kind.HOLDING);
            case READ_INPUT -> words(request, Kind.INPUT);
            case WRITE_COIL -> writeCoil(request);
            case WRITE_REGISTER -> writeRegister(request);
            case WRITE_COILS -> writeCoils(request);
            case WRITE_REGISTERS -> writeRegisters(request);
            default ->
                throw new ModbusException(
                        ModbusException.ILLEGAL_FUNCTION, "function " + function + " is none of 1 to 6, 15 and 16");
        };
    }

    /** The answer to a request that fails. */
    static byte[] exception(byte[] request, ModbusException e) {
        return new byte[] {(byte) (request[0] | EXCEPTION), (byte) e.code()};
    }

    private static int word(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getShort(at) & WORD;
    }

    private static int address(byte[] request) {
        return word(request, 1);
    }

    private static int count(byte[] request, int most) throws ModbusException {
        int count = word(request, 3);
        if (count < 1 || count > most) {
            throw new ModbusException(ModbusException.ILLEGAL_VALUE, "a count is " + count + ", want 1 to " + most);
        }
        return count;
    }

    private byte[] bits(byte[] request, Kind kind) throws ModbusException {
        int count = count(request, MOST_BITS_READ);
        byte[] bits = new byte[(count + Byte.SIZE - 1) / Byte.SIZE];
        for (int i = 0; i < count; i++) {
            bits[i / Byte.SIZE] |= (byte) (registers.get(kind, address(request) + i) << i % Byte.SIZE);
        }
        return read(request, bits);
    }

    private byte[] words(byte[] request, Kind kind) throws ModbusException {
        int count = count(request, MOST_WORDS_READ);
        ByteBuffer words = ByteBuffer.allocate(2 * count);
        for (int i = 0; i < count; i++) {
            words.putShort((short) registers.get(kind, address(request) + i));
        }
        return read(request, words.array());
    }

    private static byte[] read(byte[] request, byte[] data) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(request[0]);
        answer.write(data.length);
        answer.writeBytes(data);
        return answer.toByteArray();
    }

    private byte[] writeCoil(byte[] request) throws ModbusException {
        int value = word(request, 3);
        if (value != 0 && value != ON) {
            throw new ModbusException(ModbusException.ILLEGAL_VALUE, "a coil is written as 0 or 0xFF00");
        }
        registers.require(Kind.COIL, address(request), 1);
        registers.put(Kind.COIL, address(request), value == ON ? 1 : 0);
        return head(request);
    }

    private byte[] writeRegister(byte[] request) throws ModbusException {
        registers.require(Kind.HOLDING, address(request), 1);
        registers.put(Kind.HOLDING, address(request), word(request, 3));
        return head(request);
    }

    private byte[] writeCoils(byte[] request) throws ModbusException {
        int count = count(request, MOST_BITS_WRITTEN);
        requireData(request, (count + Byte.SIZE - 1) / Byte.SIZE);
        registers.require(Kind.COIL, address(request), count);
        for (int i = 0; i < count; i++) {
            int bit = request[HEAD + 1 + i / Byte.SIZE] >> i % Byte.SIZE & 1;
            registers.put(Kind.COIL, address(request) + i, bit);
        }
        return head(request);
    }

    private byte[] writeRegisters(byte[] request) throws ModbusException {
        int count = count(request, MOST_WORDS_WRITTEN);
        requireData(request, 2 * count);
        registers.require(Kind.HOLDING, address(request), count);
        for (int i = 0; i < count; i++) {
            registers.put(Kind.HOLDING, address(request) + i, word(request, HEAD + 1 + 2 * i));
        }
        return head(request);
    }

    private static void requireData(byte[] request, int bytes) throws ModbusException {
        if (request.length != HEAD + 1 + bytes || (request[HEAD] & 0xFF) != bytes) {
            throw new ModbusException(
                    ModbusException.ILLEGAL_VALUE, "the data does not have as many values as it says");
        }
    }

    private static byte[] head(byte[] request) {
        return ByteBuffer.allocate(HEAD).put(request, 0, HEAD).array();
    }
}

package io.qpy.device.board.connected;

import io.qpy.device.board.SpiDevice;
import io.qpy.device.time.Time;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Winbond's W25Q flash memories: pages of 256 bytes that are programmed, sectors of 4 KB that are erased. It takes time for
 * both, and answers to nothing but its status meanwhile. It keeps what it holds without power.
 */
final class W25q implements SpiDevice {
    private static final int BYTE = 0xFF;
    private static final int PAGE = 256;
    private static final int SECTOR = 4096;
    private static final int BLOCK_32 = 0x8000;
    private static final int BLOCK_64 = 0x10000;
    private static final int ADDRESS_BYTES = 3;
    private static final int MAKER = 0xEF;
    private static final int MEMORY_TYPE = 0x40;
    private static final int SMALLEST_ID = 0x16; // the device's ID is the power of two of its size, less one
    private static final int[] UNIQUE = {0xD1, 0x63, 0x54, 0x31, 0x8B, 0x2C, 0x0A, 0x27};

    private static final int WRITE_ENABLE = 0x06;
    private static final int WRITE_DISABLE = 0x04;
    private static final int READ_STATUS = 0x05;
    private static final int READ_STATUS_2 = 0x35;
    private static final int READ = 0x03;
    private static final int FAST_READ = 0x0B;
    private static final int PROGRAM = 0x02;
    private static final int ERASE_SECTOR = 0x20;
    private static final int ERASE_32 = 0x52;
    private static final int ERASE_64 = 0xD8;
    private static final int ERASE_CHIP = 0xC7;
    private static final int ERASE_CHIP_TOO = 0x60;
    private static final int JEDEC_ID = 0x9F;
    private static final int DEVICE_ID = 0x90;
    private static final int UNIQUE_ID = 0x4B;
    private static final int RELEASE = 0xAB;
    private static final int IS_BUSY = 1;
    private static final int IS_WRITABLE = 2;

    private static final long PROGRAMMING = Time.millis(1); // typical, as the data sheets have it
    private static final long ERASING_SECTOR = Time.millis(45);
    private static final long ERASING_32 = Time.millis(120);
    private static final long ERASING_64 = Time.millis(150);
    private static final long ERASING_CHIP = Time.seconds(20);

    private final String kind;
    private final int capacityId;
    private final int size;
    private final Time time;
    private Map<Integer, byte[]> sectors = new HashMap<>(); // those that are not empty
    private int status;
    private long ready;

    private int command;
    private int count;
    private int address;
    private final byte[] page = new byte[PAGE];
    private int paged;

    /** @param megabits 32, 64 or 128 */
    W25q(int megabits, Time time) {
        kind = "w25q" + megabits;
        size = megabits * 1024 * 1024 / Byte.SIZE;
        capacityId = Integer.numberOfTrailingZeros(size);
        this.time = time;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void select() {
        count = 0;
        address = 0;
        paged = 0;
    }

    @Override
    public byte[] exchange(byte[] sent) {
        byte[] given = new byte[sent.length];
        for (int i = 0; i < sent.length; i++) {
            given[i] = (byte) step(sent[i] & BYTE);
            count++;
        }
        return given;
    }

    private boolean isBusy() {
        return time.nanos() < ready;
    }

    private int step(int sent) {
        if (count == 0) {
            command = sent;
            return BYTE;
        }
        if (command == READ_STATUS) {
            return isBusy() ? status | IS_BUSY | IS_WRITABLE : status;
        }
        if (isBusy()) {
            return BYTE;
        }
        return switch (command) {
            case READ_STATUS_2 -> 0;
            case JEDEC_ID -> identity(count - 1);
            case READ, FAST_READ, PROGRAM, ERASE_SECTOR, ERASE_32, ERASE_64, DEVICE_ID -> addressed(sent);
            case UNIQUE_ID -> count > 4 ? UNIQUE[(count - 5) % UNIQUE.length] : BYTE;
            case RELEASE -> count > ADDRESS_BYTES ? deviceId() : BYTE;
            default -> BYTE;
        };
    }

    private int identity(int place) {
        return switch (place) {
            case 0 -> MAKER;
            case 1 -> MEMORY_TYPE;
            default -> capacityId;
        };
    }

    private int deviceId() {
        return capacityId - SMALLEST_ID + 0x15;
    }

    /** A command with an address: three bytes of it, then what belongs to the command. */
    private int addressed(int sent) {
        if (count <= ADDRESS_BYTES) {
            address = (address << Byte.SIZE) | sent;
            return BYTE;
        }
        switch (command) {
            case READ -> {
                return next();
            }
            case FAST_READ -> {
                return count == ADDRESS_BYTES + 1 ? BYTE : next();
            }
            case DEVICE_ID -> {
                return (count - ADDRESS_BYTES - 1 + address) % 2 == 0 ? MAKER : deviceId();
            }
            case PROGRAM -> page[paged++ % PAGE] = (byte) sent;
            default -> {}
        }
        return BYTE;
    }

    private int next() {
        int place = address++ % size;
        byte[] sector = sectors.get(place / SECTOR);
        return sector == null ? BYTE : sector[place % SECTOR] & BYTE;
    }

    @Override
    public void deselect() {
        if (count == 0 || isBusy()) {
            return;
        }
        switch (command) {
            case WRITE_ENABLE -> status |= IS_WRITABLE;
            case WRITE_DISABLE -> status &= ~IS_WRITABLE;
            default -> change();
        }
        count = 0;
    }

    private void change() {
        boolean hasAddress = count > ADDRESS_BYTES;
        if ((status & IS_WRITABLE) == 0) {
            return;
        }
        if (command == ERASE_CHIP || command == ERASE_CHIP_TOO) {
            sectors.clear();
            begin(ERASING_CHIP);
        } else if (command == ERASE_SECTOR && hasAddress) {
            erase(SECTOR, ERASING_SECTOR);
        } else if (command == ERASE_32 && hasAddress) {
            erase(BLOCK_32, ERASING_32);
        } else if (command == ERASE_64 && hasAddress) {
            erase(BLOCK_64, ERASING_64);
        } else if (command == PROGRAM && paged > 0) {
            program();
            begin(PROGRAMMING);
        }
    }

    private void begin(long length) {
        status &= ~IS_WRITABLE;
        ready = time.nanos() + length;
    }

    private void erase(int length, long takes) {
        int first = address % size / length * length / SECTOR;
        for (int i = 0; i < length / SECTOR; i++) {
            sectors.remove(first + i);
        }
        begin(takes);
    }

    /** The last 256 bytes go into the page, from the address on and round; bits become 0, never 1. */
    private void program() {
        int start = address % size;
        byte[] sector = sectors.computeIfAbsent(start / SECTOR, number -> {
            byte[] empty = new byte[SECTOR];
            Arrays.fill(empty, (byte) BYTE);
            return empty;
        });
        int first = start % SECTOR / PAGE * PAGE;
        for (int i = Math.max(0, paged - PAGE); i < paged; i++) {
            sector[first + (start + i) % PAGE] &= page[i % PAGE];
        }
    }

    @Override
    public void restart() {
        status = 0;
        ready = 0;
        count = 0;
    }

    @Override
    public Runnable snapshot() {
        Map<Integer, byte[]> saved = copy(sectors);
        return () -> {
            sectors = copy(saved);
            restart();
        };
    }

    private static Map<Integer, byte[]> copy(Map<Integer, byte[]> of) {
        Map<Integer, byte[]> copied = new HashMap<>();
        of.forEach((number, bytes) -> copied.put(number, bytes.clone()));
        return copied;
    }
}

package io.qpy.device.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A process that is to be killed: rewrites a file again and again, in each way that a script has. Says a byte on stdout shortly
 * before each commit.
 */
public final class FlashWriters {
    private static final int HEAD = 16; // bytes: a number, and the checksum of all before it and after it

    private FlashWriters() {}

    /** FOLDER, bytes of the file, way: close, flush or rename. */
    public static void main(String[] arguments) throws IOException {
        int size = Integer.parseInt(arguments[1]);
        try (Flash flash = Flash.stored(Path.of(arguments[0]))) {
            for (int number = 0; ; number++) {
                write(flash, content(number, size), arguments[2]);
            }
        }
    }

    private static void write(Flash flash, byte[] content, String way) throws IOException {
        String path = way.equals("rename") ? "/usr/config.tmp" : "/usr/config.json";
        OpenFile file = flash.open(
                path,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
        file.write(ByteBuffer.wrap(content));
        if (!way.equals("rename")) {
            tell();
        }
        if (way.equals("flush")) {
            file.flush();
        }
        file.close();
        if (way.equals("rename")) {
            tell();
            flash.move(path, "/usr/config.json");
        }
    }

    private static void tell() {
        System.out.write('.');
        System.out.flush();
    }

    static byte[] content(int number, int size) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) number);
        ByteBuffer.wrap(content).putLong(number).putLong(checksum(content));
        return content;
    }

    /** Whether it is one that was written, whole. */
    static boolean isWhole(byte[] content, int size) {
        return content.length == size && ByteBuffer.wrap(content).getLong(8) == checksum(content);
    }

    private static long checksum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content, 0, 8);
        sum.update(content, HEAD, content.length - HEAD);
        return sum.getValue();
    }
}

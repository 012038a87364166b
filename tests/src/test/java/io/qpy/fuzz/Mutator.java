package io.qpy.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs from others: bits, bytes, pieces, numbers and words are changed, a few at a time. */
final class Mutator {
    /** Longer ones are cut. */
    private static final int LONGEST = 64 * 1024;

    private static final int[] BYTES = {0, 1, 0x0a, 0x0d, 0x20, 0x22, 0x7f, 0x80, 0xc0, 0xe0, 0xff};
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "99999999999999999999",
            "1e999",
            "0x",
            "00000000000000000000001");

    private final Random random;
    private final List<byte[]> words = new ArrayList<>();

    Mutator(Random random, List<byte[]> ofParser) {
        this.random = random;
        words.addAll(ofParser);
        NUMBERS.forEach(number -> words.add(number.getBytes(StandardCharsets.US_ASCII)));
    }

    /** {@code other} gives a piece now and then. */
    byte[] mutate(byte[] input, byte[] other) {
        byte[] changed = input;
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            changed = once(changed, other);
        }
        return changed.length > LONGEST ? Arrays.copyOf(changed, LONGEST) : changed;
    }

    private byte[] once(byte[] input, byte[] other) {
        int at = random.nextInt(input.length + 1);
        int some = Math.min(input.length - at, 1 + random.nextInt(1 + random.nextInt(64)));
        return switch (random.nextInt(10)) {
            case 0, 1 -> setByte(input, (byte) BYTES[random.nextInt(BYTES.length)]);
            case 2 -> setByte(input, (byte) random.nextInt(256));
            case 3 -> flipBit(input);
            case 4 -> joined(input, at, new byte[0], at + some);
            case 5 -> joined(input, at, word(), at);
            case 6 -> joined(input, at, word(), at + some);
            case 7 -> joined(input, at, piece(other), at);
            case 8 -> joined(input, at, repeated(Arrays.copyOfRange(input, at, at + some)), at + some);
            default -> Arrays.copyOf(input, at);
        };
    }

    private byte[] setByte(byte[] input, byte value) {
        byte[] changed = input.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] = value;
        }
        return changed;
    }

    private byte[] flipBit(byte[] input) {
        byte[] changed = input.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private byte[] word() {
        return words.get(random.nextInt(words.size()));
    }

    private byte[] piece(byte[] other) {
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
    }

    /** Seldom very often. */
    private byte[] repeated(byte[] piece) {
        int times = random.nextInt(20) == 0 ? 4000 : 2 + random.nextInt(6);
        byte[] all = new byte[Math.min(LONGEST, piece.length * times)];
        for (int i = 0; i < all.length; i++) {
            all[i] = piece[i % piece.length];
        }
        return all;
    }

    private static byte[] joined(byte[] input, int end, byte[] middle, int begin) {
        byte[] all = Arrays.copyOf(input, end + middle.length + input.length - begin);
        System.arraycopy(middle, 0, all, end, middle.length);
        System.arraycopy(input, begin, all, end + middle.length, input.length - begin);
        return all;
    }
}

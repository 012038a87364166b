package io.qpy.device.board;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a module has, whatever is connected to it.
 *
 * @param name as the person knows it, for instance EC600N
 * @param gpios the numbers of its pins
 * @param uarts the numbers of its serial ports
 * @param i2cs the numbers of its I2C buses
 * @param spis the numbers of its SPI buses
 * @param adcs the numbers of its inputs for voltages
 * @param pwms the numbers of its outputs for pulses
 * @param keypad the most rows and columns of a keypad; empty when it has none
 */
public record Model(
        String name,
        Set<Integer> gpios,
        Set<Integer> uarts,
        Set<Integer> i2cs,
        Set<Integer> spis,
        Set<Integer> adcs,
        Set<Integer> pwms,
        List<Integer> keypad) {
    private static final int MOST_GPIOS = 50;

    /** No module in particular: it has what any of them has (facts-board.md B21.8). */
    public static final Model ANY = new Model(
            "module",
            range(1, MOST_GPIOS),
            range(0, 6),
            range(0, 3),
            range(0, 3),
            range(0, 3),
            range(0, 5),
            List.of(6, 6));

    private static Set<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toSet());
    }

    /** Numbers for a person: {@code 1 to 20, 30}. */
    public static String shown(Set<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int number : new TreeSet<>(numbers)) {
            if (!numbers.contains(number - 1)) {
                text.append(text.length() == 0 ? "" : ", ").append(number);
            } else if (!numbers.contains(number + 1)) {
                text.append(numbers.contains(number - 2) ? " to " : ", ").append(number);
            }
        }
        return text.toString();
    }
}

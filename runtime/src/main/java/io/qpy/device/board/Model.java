package io.qpy.device.board;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * @param traits what it does otherwise than most, by its chip
 */
public record Model(
        String name,
        Set<Integer> gpios,
        Set<Integer> uarts,
        Set<Integer> i2cs,
        Set<Integer> spis,
        Set<Integer> adcs,
        Set<Integer> pwms,
        List<Integer> keypad,
        Traits traits) {
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
            List.of(6, 6),
            Traits.ANY);

    private static final Pattern NUMBERED = Pattern.compile(
            "(machine\\.(?:Pin|ExtInt|UART|I2C_simulation)\\.GPIO|machine\\.UART\\.UART|machine\\.I2C\\.I2C|machine\\.SPI\\.SPI"
                    + "|misc\\.PWM(?:_V2)?\\.PWM)(\\d{1,3})");

    private static Set<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().collect(Collectors.toSet());
    }

    /**
     * What a person is told of a name that this module lacks, though others have it: what is wrong, and what there is.
     *
     * @param title as the tables of the surface have it, for instance {@code machine.Pin.GPIO47}
     * @return empty for a name that it has, or may have
     */
    public List<String> lacks(String title) {
        if (traits.lacks(title)) {
            return List.of("the " + name + " has no " + title, "Ask hasattr() first, or do without it");
        }
        Matcher numbered = NUMBERED.matcher(title);
        if (!numbered.matches()) {
            return List.of();
        }
        String kind = numbered.group(1).substring(numbered.group(1).lastIndexOf('.') + 1);
        int number = Integer.parseInt(numbered.group(2));
        Set<Integer> has = numbers(kind);
        if (has.contains(number) || (kind.equals("GPIO") && number == 0)) { // GPIO0 is a name without a pin (B2.2)
            return List.of();
        }
        return List.of(
                "the " + name + " has no " + kind + number, "It has " + (has.isEmpty() ? "none" : kind + shown(has)));
    }

    private Set<Integer> numbers(String kind) {
        return switch (kind) {
            case "GPIO" -> gpios;
            case "UART" -> uarts;
            case "I2C" -> i2cs;
            case "SPI" -> spis;
            default -> pwms;
        };
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

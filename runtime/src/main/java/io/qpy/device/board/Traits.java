package io.qpy.device.board;

import java.util.Optional;
import java.util.Set;

/**
 * What a module does otherwise than most, by its chip and its firmware's build.
 *
 * @param family its chip's family, as facts-board.md B21.1 has it; empty for none in particular
 * @param interrupts the numbers of the pins with an interrupt; empty for all
 * @param lacking the names of {@code machine}, {@code misc} and {@code pm} that it lacks, for instance {@code machine.WDT}
 * @param features what few modules have
 * @param mostMillivolts what an ADC input shows at most; 0 for no end
 */
public record Traits(
        String family, Set<Integer> interrupts, Set<String> lacking, Set<Feature> features, int mostMillivolts) {
    /** What few modules have. */
    public enum Feature {
        /** The alarm of the real-time clock switches the module on (facts-board.md B2.62). */
        ALARM_START,
        /** A second antenna, whose receiver can be switched off (B3.27). */
        SECOND_ANTENNA,
        /** Whether USB's network has IPv6 can be set (B3.26). */
        NAT,
        /** The USB port says whether it is plugged in (B3.25). */
        USB_STATUS;

        /** The feature that a table of a model's calls so, for instance {@code alarm-start}. */
        public static Optional<Feature> named(String name) {
            for (Feature each : values()) {
                if (each.name().equalsIgnoreCase(name.replace('-', '_'))) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    /** Of no module in particular: it has what any of them has. */
    public static final Traits ANY = new Traits("", Set.of(), Set.of(), Set.of(Feature.values()), 0);

    /** Whether it lacks a name, or the class that the name is of. */
    public boolean lacks(String title) {
        return lacking.stream().anyMatch(each -> title.equals(each) || title.startsWith(each + "."));
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Whether a pin has an interrupt. */
    public boolean interrupts(int pin) {
        return interrupts.isEmpty() || interrupts.contains(pin);
    }
}

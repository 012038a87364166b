package io.qpy.check;

import io.qpy.runtime.SurfaceTable;
import java.util.List;
import java.util.Optional;

/**
 * A generation of the firmware.
 *
 * @param year what names it
 * @param micropython the version of its MicroPython
 * @param title what it is
 */
public record Target(int year, String micropython, String title) {
    /** What is checked for unless a person says otherwise: the firmware that most modules have. */
    public static final int DEFAULT = 2025;

    /** All, the oldest first. */
    public static List<Target> all() {
        return SurfaceTable.read("targets").lines().map(Target::parse).toList();
    }

    public static Optional<Target> of(int year) {
        return all().stream().filter(each -> each.year == year).findFirst();
    }

    private static Target parse(String line) {
        String[] parts = line.split(" ", 3);
        return new Target(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }
}

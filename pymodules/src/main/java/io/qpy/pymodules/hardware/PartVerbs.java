package io.qpy.pymodules.hardware;

import io.qpy.device.board.BusPart;
import io.qpy.module.Exposed;
import java.util.Map;

/** What a test does to a part on a bus, and sees of it. */
final class PartVerbs {
    private final BusPart part;

    PartVerbs(BusPart part) {
        this.part = part;
    }

    @Exposed
    String kind() {
        return part.kind();
    }

    /** What it measures, by name. */
    @Exposed
    Map<String, Double> values() {
        return part.values();
    }

    /** None, or why it cannot measure this. */
    @Exposed
    String set(String name, double value) {
        try {
            part.set(name, value);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}

package io.qpy.device.board;

import io.qpy.device.time.Time;
import java.util.Map;

/**
 * What is connected to the buses.
 *
 * @param i2c by the bus's number and the address; {@link #SIMULATED} stands for the bus of two pins
 * @param interrupts which pin a part's interrupt line drives, by the bus's number and the part's address
 * @param spi by the bus's number; {@link #SIMULATED} stands for the bus of pins
 * @param wires by the pin's number
 * @param lcd how large the display is; null for as large as the script says
 */
public record BusPlan(
        Map<Integer, Map<Integer, Maker<I2cDevice>>> i2c,
        Map<Integer, Map<Integer, Integer>> interrupts,
        Map<Integer, Selected> spi,
        Map<Integer, Maker<WireDevice>> wires,
        LcdSize lcd) {
    /** The bus that a script makes of pins. */
    public static final int SIMULATED = -1;

    /** Nothing is connected. */
    public static final BusPlan BARE = new BusPlan(Map.of(), Map.of(), Map.of(), Map.of(), null);

    /** Makes a part for a device, whose time it follows. */
    @FunctionalInterface
    public interface Maker<D> {
        D make(Time time);
    }

    /**
     * A part on an SPI bus.
     *
     * @param pin which selects it while it is low; null where the bus does it
     */
    public record Selected(Maker<SpiDevice> maker, Integer pin) {}

    /** The size of a display, in pixels. */
    public record LcdSize(int width, int height) {}
}

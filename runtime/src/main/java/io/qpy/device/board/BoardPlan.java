package io.qpy.device.board;

import java.util.Map;

/**
 * What a board is built from.
 *
 * @param model what the module has
 * @param pins what is connected, by the pin's number
 * @param voltages in mV, by the number of the ADC's input; 0 where none is given
 * @param buses what is connected to buses
 * @param usb whether the USB port is plugged in
 */
public record BoardPlan(
        Model model, Map<Integer, Attached> pins, Map<Integer, Integer> voltages, BusPlan buses, boolean usb) {
    /** Nothing is connected to the module. */
    public static BoardPlan bare(Model model) {
        return new BoardPlan(model, Map.of(), Map.of(), BusPlan.BARE, true);
    }
}

package io.qpy.device.board;

/** What is connected to a pin. */
public sealed interface Attached {
    /** As a test and a person call it. */
    String name();

    /** A lamp, which shows the level. */
    record Led(String name) implements Attached {}

    /**
     * A button, which drives the pin while it is pressed. Nobody does otherwise: the pull decides then, or, where the script
     * sets none, a resistor on the board.
     *
     * @param pressed the level while it is pressed
     */
    record Button(String name, int pressed) implements Attached {}

    /** Something that drives the pin from the start, and until a test changes it. */
    record Source(String name, int level) implements Attached {}
}

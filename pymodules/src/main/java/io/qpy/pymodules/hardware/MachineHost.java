package io.qpy.pymodules.hardware;

import io.qpy.device.Code;
import io.qpy.device.board.Board;
import io.qpy.device.board.Model;
import io.qpy.module.Callbacks;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.util.List;
import java.util.TreeSet;

/** The host object of {@code machine}. */
public final class MachineHost {
    private final ModuleContext context;

    public MachineHost(ModuleContext context) {
        this.context = context;
    }

    private Board board() {
        return context.device().board();
    }

    private Model model() {
        return board().model();
    }

    private Callbacks callbacks() {
        return context.callbacks();
    }

    /** Ends the interpreter, and starts it again; returns only where a script's end is not the device's, at a prompt for instance. */
    @Exposed
    void resetSoftly() {
        context.device().notices().say(Code.POWER, "the script has started the interpreter again (machine.SoftReset)");
        context.device().power().resetSoftly();
    }

    /** What a person calls the module, for instance EC600N. */
    @Exposed
    String modelName() {
        return model().name();
    }

    /** Its chip's family; empty for none in particular. */
    @Exposed
    String family() {
        return model().traits().family();
    }

    /** The names of {@code machine} that it lacks: a class's, or class.method. */
    @Exposed
    List<String> lacking() {
        return names(model(), "machine.");
    }

    /** The names of a module that a model lacks, without the module's. */
    static List<String> names(Model model, String module) {
        return model.traits().lacking().stream()
                .filter(each -> each.startsWith(module))
                .map(each -> each.substring(module.length()))
                .sorted()
                .toList();
    }

    /** Whether such a pin has an interrupt. */
    @Exposed
    boolean hasInterrupt(int number) {
        return model().traits().interrupts(number);
    }

    /** The numbers of those that have, for a person. */
    @Exposed
    String shownInterrupts() {
        return Model.shown(model().traits().interrupts());
    }

    /** The numbers of the module's pins. */
    @Exposed
    List<Integer> gpios() {
        return List.copyOf(new TreeSet<>(model().gpios()));
    }

    /** The same for a person. */
    @Exposed
    String shownGpios() {
        return Model.shown(model().gpios());
    }

    /** The most rows and columns of a keypad; empty for none. */
    @Exposed
    List<Integer> keypadSize() {
        return model().keypad();
    }

    /** A pin that the module has. */
    @Exposed
    PinHost pin(int number) {
        return new PinHost(board().pin(number));
    }

    /** The numbers of the module's serial ports. */
    @Exposed
    List<Integer> uarts() {
        return List.copyOf(new TreeSet<>(model().uarts()));
    }

    /** A serial port that the module has. */
    @Exposed
    UartHost uart(int number) {
        return new UartHost(context.device().uarts().get(number), board(), callbacks());
    }

    @Exposed
    LcdHost lcd() {
        return new LcdHost(MachineControls.lcd(context.device()));
    }

    @Exposed
    BusHost buses() {
        return new BusHost(context.device());
    }

    /** The NAND flash memory, whether there is one or not. */
    @Exposed
    NandHost nand() {
        return new NandHost(context.device());
    }

    /** The interrupt of such a pin. */
    @Exposed
    InterruptHost interrupt(int number) {
        return new InterruptHost(number, board().interrupt(number), callbacks());
    }

    /** A key at such a pin. */
    @Exposed
    KeyHost key(int number) {
        return new KeyHost(number, board().clicks(number), callbacks());
    }

    /** One of the four timers. */
    @Exposed
    TimerHost timer(int number) {
        return new TimerHost(context, board().timers().numbered(number));
    }

    @Exposed
    RtcHost clock() {
        return new RtcHost(context);
    }

    @Exposed
    WatchdogHost watchdog() {
        return new WatchdogHost(board().watchdog(), callbacks());
    }

    @Exposed
    KeypadHost keypad() {
        return new KeypadHost(board().keypad(), callbacks());
    }
}

package io.qpy.pymodules.hardware;

import io.qpy.device.board.Board;
import io.qpy.device.board.Model;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.util.List;
import java.util.TreeSet;

/** The host object of {@code machine}. */
public final class MachineHost {
    private final Board board;

    public MachineHost(ModuleContext context) {
        board = context.device().board();
    }

    /** What a person calls the module, for instance EC600N. */
    @Exposed
    String model() {
        return board.model().name();
    }

    /** The numbers of the module's pins. */
    @Exposed
    List<Integer> gpios() {
        return List.copyOf(new TreeSet<>(board.model().gpios()));
    }

    /** The same for a person. */
    @Exposed
    String shownGpios() {
        return Model.shown(board.model().gpios());
    }

    /** A pin that the module has. */
    @Exposed
    PinHost pin(int number) {
        return new PinHost(board.pin(number));
    }
}

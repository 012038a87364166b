package io.qpy.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who decides a pin's level. */
class PinTest {
    private final Pin pin = new Pin(1, null);

    @Test
    void anOutputIsWhatTheScriptWrites() {
        pin.drive(1);
        assertEquals(0, pin.level());
        pin.write(1);
        assertEquals(1, pin.level());
        pin.restart();
        assertEquals(0, pin.level());
    }

    @Test
    void anInputIsDrivenOrPulled() {
        pin.set(Pin.IN, Pin.PULL_UP, 0);
        assertEquals(1, pin.level());
        pin.drive(0);
        assertEquals(0, pin.level());
        pin.drive(null);
        assertEquals(1, pin.level());
        pin.set(Pin.IN, Pin.PULL_DISABLE, 0);
        assertEquals(0, pin.level());
    }

    @Test
    void aButtonThatNobodyPressesHasAResistor() {
        Pin button = new Pin(2, new Attached.Button("sos", 0));
        button.set(Pin.IN, Pin.PULL_DISABLE, 0);
        assertEquals(1, button.level());
        button.set(Pin.IN, 2, 0);
        assertEquals(0, button.level());
    }

    @Test
    void aSourceIsThereFromTheStart() {
        Pin driven = new Pin(3, new Attached.Source("GPIO3", 1));
        driven.turn(Pin.IN);
        assertEquals(1, driven.level());
    }

    @Test
    void tellsChangesOnly() {
        List<Integer> levels = new ArrayList<>();
        pin.listen(levels::add);
        pin.write(0);
        pin.write(1);
        pin.write(1);
        pin.set(Pin.IN, Pin.PULL_UP, 0);
        pin.drive(0);
        assertEquals(List.of(1, 0), levels);
    }

    @Test
    void aSnapshotUndoesWhatATestDid() {
        pin.set(Pin.IN, Pin.PULL_UP, 0);
        Runnable undo = pin.snapshot();
        pin.drive(0);
        pin.turn(Pin.OUT);
        undo.run();
        assertEquals(Pin.IN, pin.direction());
        assertEquals(1, pin.level());
    }
}

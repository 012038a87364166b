package io.qpy.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.qpy.device.Device;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When the board and its pins are made, and that a test's end finds those that were made in it. */
class BoardTest {
    @Test
    void isMadeWhenItIsAskedFor() {
        AtomicInteger used = new AtomicInteger();
        try (Device device =
                Device.builder().whenBoardIsUsed(used::incrementAndGet).build()) {
            Runnable undo = device.snapshot();
            device.reset();
            undo.run();
            assertEquals(0, used.get());
            assertSame(device.board(), device.board());
            assertEquals(1, used.get());
            assertEquals(List.of(), List.copyOf(device.board().pins()));
        }
    }

    @Test
    void whatATestHasMadeIsAsNewAfterIt() {
        try (Device device = Device.builder().build()) {
            Runnable undo = device.snapshot();
            Pin pin = device.board().pin(5);
            pin.write(1);
            Interrupt interrupt = device.board().interrupt(6);
            interrupt.arm(Interrupt.BOTH, Pin.PULL_UP, 0, edge -> {});
            device.uarts().get(2).open(new UartSettings(9600, 8, 0, 1, 0));
            undo.run();
            assertEquals(0, pin.level());
            assertEquals(List.of(0, 0), interrupt.counts());
            assertEquals(Pin.OUT, device.board().pin(6).direction());
            assertNull(device.uarts().get(2).settings());
            assertNull(device.board().pin(51));
            assertNull(device.board().interrupt(51));
            assertNull(device.uarts().get(9));
        }
    }
}

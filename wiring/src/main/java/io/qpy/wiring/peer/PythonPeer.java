package io.qpy.wiring.peer;

import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.device.board.Pin;
import io.qpy.device.board.Uart;
import io.qpy.device.board.bus.I2cBus;
import io.qpy.device.board.bus.SpiBus;
import io.qpy.device.board.bus.Wire;
import io.qpy.device.time.Time;
import io.qpy.runtime.QpyRuntime;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A peer in Python: a file with a class {@code Peer}, whose methods the board calls. It begins when the script first uses what
 * it is connected to, on a device of its own in the same time: it can do what a script can, and no more. The board's calls
 * wait in its queue, so that it does one after the other.
 */
public final class PythonPeer {
    /** How long a call waits for its answer, in the device's time. */
    private static final long PATIENCE = Time.seconds(5);

    private final QpyRuntime runtime;
    private final PeerScript script;
    private final Device device;
    private final SortedMap<Integer, Pin> pins = new TreeMap<>();
    private Uart uart;
    private String place;
    private PeerRun run;

    /** Those of its threads that drive a pin now: what they change is no news to it. */
    private final Set<Thread> driving = ConcurrentHashMap.newKeySet();

    /**
     * @param runtime what it runs in
     * @param device what it is connected to
     */
    PythonPeer(QpyRuntime runtime, PeerScript script, Device device) {
        this.runtime = runtime;
        this.script = script;
        this.device = device;
    }

    /** Connects it to a serial port: {@code received(data)}, and {@code send(data)}. */
    public void connect(Uart port) {
        at(port.toString());
        uart = port;
        port.connect(new UartEnd(this));
    }

    /** Connects it to an I2C bus: {@code write(data)} and {@code read(count)}. */
    public void connect(I2cBus bus, int address) {
        bus.connect(address, new I2cEnd(this, at(bus + " " + I2cBus.shown(address))));
    }

    /**
     * Connects it to an SPI bus: {@code exchange(data)}, {@code selected()} and {@code deselected()}.
     *
     * @param select the pin that selects it while it is low, or null
     */
    public void connect(SpiBus bus, Pin select) {
        bus.connect(new SpiEnd(this, at(bus.toString())), select);
        if (select != null) {
            select.onUse(this::use);
        }
    }

    /** Connects it to a one-wire line: {@code reset()}, {@code write(data)} and {@code read(count)}. */
    public void connect(Wire line) {
        line.connect(new WireEnd(this, at(line.toString())));
    }

    /** Connects it to a pin: {@code level_changed(pin, level)}, and {@code drive(pin, level)}. */
    public void connect(Pin pin) {
        Consumer<String> person = at(pin.toString());
        pins.put(pin.number(), pin);
        pin.onUse(this::use);
        pin.listen(level -> {
            boolean isOwn = pin.direction() == Pin.IN && pin.isDriven();
            if (!isOwn && !driving.contains(Thread.currentThread())) {
                tell(new PeerCall("level_changed", PeerCall.Want.TOLD, List.of(pin.number(), level), person));
            }
        });
    }

    /** Who is told of what it fails at there. */
    private Consumer<String> at(String where) {
        place = place == null ? where : place;
        return what -> tell(where, what);
    }

    void tell(String what) {
        tell(place, what);
    }

    private void tell(String where, String what) {
        String name = script.script().name();
        device.notices().sayOnce(Code.PEER, where + ": " + (what.startsWith(name + ":") ? "" : name + ": ") + what);
    }

    private synchronized PeerRun present() {
        return run;
    }

    /** Begins, unless it has; null where it cannot. */
    synchronized PeerRun begin() {
        if (run == null) {
            try {
                run = new PeerRun(runtime, script, this, device.time().another());
                run.begin();
            } catch (IOException e) {
                tell("its folder cannot be read: " + e.getMessage());
            }
        }
        return run;
    }

    /** Begins, and waits until its object is made: it may drive a pin from the start. */
    private PeerRun use() {
        PeerRun present = begin();
        if (present == null || device.waits().await(present.host().made(), PATIENCE)) {
            return present;
        }
        tell("__init__() has not ended within " + seconds());
        return null;
    }

    private static String seconds() {
        return PATIENCE / Time.seconds(1) + " s";
    }

    /** Queues calls for which nobody waits; they are lost while it does not run. */
    void tell(PeerCall... calls) {
        PeerRun present = present();
        if (present != null) {
            boolean ignored = present.host().take(List.of(calls));
        }
    }

    /** Makes calls, and waits for the answer of one of them; null where it fails, or none comes. */
    Object ask(PeerCall asked, PeerCall... calls) {
        PeerRun present = use();
        if (present == null || !present.host().take(List.of(calls))) {
            return null;
        }
        try {
            if (!device.waits().await(asked.answer(), PATIENCE)) {
                asked.tell(asked.method() + "() has not answered within " + seconds());
            }
        } finally {
            asked.answer().cancel(false);
        }
        return asked.answer().isCancelled() ? null : asked.answer().join();
    }

    boolean send(byte[] bytes) {
        if (uart != null) {
            uart.receive(bytes);
        }
        return uart != null;
    }

    /** A pin that is connected to it; null for another. */
    Pin pin(int number) {
        return pins.get(number);
    }

    /** Drives a pin; null lets go of it. Whether it is connected. */
    boolean drive(int number, Integer level) {
        Pin pin = pin(number);
        if (pin != null) {
            driving.add(Thread.currentThread());
            pin.drive(level);
            driving.remove(Thread.currentThread());
        }
        return pin != null;
    }

    /** Puts it back to what it is now, where its serial port does not. */
    Runnable snapshot() {
        boolean ran = present() != null;
        return () -> {
            if (uart == null) {
                renew();
                if (ran) {
                    PeerRun ignored = begin();
                }
            }
        };
    }

    /** Ends it; it begins afresh. */
    void renew() {
        PeerRun last;
        synchronized (this) {
            last = run;
            run = null;
        }
        if (last != null) {
            last.end(); // which may wait for a thread of its own that is about to send
        }
    }

    @Override
    public String toString() {
        return "peer:" + script.script().name();
    }
}

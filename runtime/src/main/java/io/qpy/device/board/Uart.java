package io.qpy.device.board;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.Part;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Line;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A UART of the module, and what is connected to its pins. Each byte takes its time on the line, in the device's time.
 *
 * <p>Where the firmware tells the script that bytes have come is a guess: after a silence of four bytes, as the usual
 * hardware does, and within a long burst each time 512 bytes have come.
 */
public final class Uart implements Part {
    private static final int EVENT_BYTES = 512;
    private static final int SILENT_BYTES = 4;
    private static final int FREE_LOOKS = 10;

    /** A peer outside, or a file, has its bytes fetched so far ahead. */
    private static final int AHEAD_BYTES = 1024;

    private final int number;
    private final Time time;
    private final Waits waits;
    private final Notices notices;
    private final UartInput input = new UartInput();
    private final UartOutput output = new UartOutput();
    private final UartProbe probe = new UartProbe(this);
    private UartPeer peer = UartPeer.NONE;
    private UartSettings settings;
    private boolean unplugged;
    private Line outside = Line.UNCOUNTED;
    private IntConsumer onReceived; // null for nobody
    private Consumer<Boolean> onSending = sending -> {};
    private Alarm arrival;
    private Alarm departure;
    private long told;
    private boolean full;
    private long lookedAt;
    private int looks;

    /** @param number as in {@code UART2} */
    public Uart(int number, Time time, Waits waits, Notices notices) {
        this.number = number;
        this.time = time;
        this.waits = waits;
        this.notices = notices;
    }

    public int number() {
        return number;
    }

    /** Connects something to the pins, in the place of what was connected. */
    public void connect(UartPeer newPeer) {
        UartPeer last;
        synchronized (this) {
            last = peer;
            peer = newPeer;
            if (settings != null) {
                begin(settings);
            }
        }
        last.close();
    }

    /** Pulls the cable, or plugs it in again: without it no bit reaches the other end. What is on the line is lost. */
    public synchronized void plug(boolean plugged) {
        unplugged = !plugged;
        if (settings != null) {
            arrived().cut();
            notifyAll();
            fetch();
        }
    }

    /** What is connected. */
    public synchronized UartPeer peer() {
        return peer;
    }

    /** Opens the port, or gives an open one other settings: what has come is gone, and what is being sent goes on. */
    public synchronized void open(UartSettings newSettings) {
        if (settings != null) {
            notices.sayOnce(
                    Code.UART,
                    this
                            + " is opened a second time: there is one port of this number, and what it has received is"
                            + " gone");
        }
        begin(newSettings);
    }

    private void begin(UartSettings newSettings) {
        forgetInput();
        settings = newSettings;
        input.begin(newSettings);
        told = input.arrivedInAll();
        peer.configure(newSettings);
        outside.close();
        outside = peer.leadsOutside() ? time.foreign() : Line.UNCOUNTED;
        fetch();
    }

    private void forgetInput() {
        if (arrival != null) {
            arrival.cancel();
            arrival = null;
        }
        notifyAll();
    }

    public synchronized boolean isOpen() {
        return settings != null;
    }

    /** How it is open, or null. */
    public synchronized UartSettings settings() {
        return settings;
    }

    /** Closes the port; what was written is still sent. */
    public synchronized void shut() {
        forgetInput();
        settings = null;
        outside.close();
        outside = Line.UNCOUNTED;
    }

    /** Calls, when bytes have come, with how many can be read; on a thread that must not wait. Null for nobody. */
    public synchronized void onReceived(IntConsumer value) {
        onReceived = value;
    }

    /** Calls, when the port begins to send and when it has sent: for the line that turns an RS485 driver round. */
    public synchronized void onSending(Consumer<Boolean> value) {
        onSending = value;
    }

    /** What a test does at the pins. */
    public UartProbe probe() {
        return probe;
    }

    /** How many bytes can be read. In virtual time, asking again and again makes time go on. */
    public int available() {
        look();
        synchronized (this) {
            return settings == null ? 0 : arrived().count();
        }
    }

    /** The script looks what has come: where it does so again and again, without a wait, others have their turn. */
    private void look() {
        if (isPolled()) {
            boolean ignored = waits.await(new CompletableFuture<>(), 0);
        }
    }

    private synchronized boolean isPolled() {
        long now = time.nanos();
        looks = now == lookedAt ? looks + 1 : 0;
        lookedAt = now;
        return looks > FREE_LOOKS;
    }

    private UartInput arrived() {
        input.arrive(time.nanos());
        if (input.lost() > 0 && !full) {
            full = true;
            notices.sayOnce(
                    Code.UART,
                    this + " has lost bytes: its receive buffer of " + UartInput.CAPACITY
                            + " bytes was full; read more often, or from its callback");
        }
        return input;
    }

    /** Returns what has come, at most so many bytes; null if the port is closed. */
    public byte[] read(int most) {
        look();
        synchronized (this) {
            return settings == null ? null : arrived().take(most);
        }
    }

    /** Returns what has come up to the first line feed, at most so many bytes, or all; null if the port is closed. */
    public byte[] readLine(int most) {
        look();
        synchronized (this) {
            return settings == null ? null : arrived().takeLine(most);
        }
    }

    /**
     * Sends bytes: waits until all but the last 512 are sent.
     *
     * @return false if the port is closed
     */
    public boolean write(byte[] bytes) {
        long room;
        synchronized (this) {
            if (settings == null) {
                return false;
            }
            if (output.isIdle() && bytes.length > 0) {
                onSending.accept(true);
            }
            output.add(bytes, settings, time.nanos());
            send();
            room = output.freeAt() - settings.nanos(UartOutput.CAPACITY) - time.nanos();
        }
        if (room > 0) {
            waits.sleep(room);
        }
        return true;
    }

    private void send() {
        if (departure == null && !output.isIdle()) {
            departure = time.schedule(Math.max(0, output.nextAt() - time.nanos()), this::depart);
        }
    }

    private void depart() {
        byte[] sent;
        UartPeer taker;
        boolean lost;
        synchronized (this) {
            departure = null;
            sent = output.take(time.nanos());
            taker = peer;
            lost = unplugged;
            if (output.isIdle()) {
                onSending.accept(false);
            }
            send();
        }
        if (sent.length > 0 && !lost) {
            hand(sent, taker);
        }
    }

    private void hand(byte[] sent, UartPeer taker) {
        taker.take(sent);
        if (taker.isLoopback()) {
            returned(sent);
        }
        probe.sent(sent);
    }

    private synchronized void returned(byte[] bytes) {
        if (settings != null) {
            input.addArrived(bytes, time.nanos());
            expect();
        }
    }

    /** Receives bytes, whose first bit begins now, or behind what is on the line. Closed, or without a cable, it loses them. */
    public synchronized void receive(byte[] bytes) {
        if (settings != null && !unplugged && bytes.length > 0) {
            input.add(bytes, time.nanos());
            expect();
        }
    }

    /** The same from a thread of the world outside: waits while enough is on the line. */
    public synchronized void receiveFromOutside(byte[] bytes, int offset, int length) throws InterruptedException {
        int end = offset + length;
        for (int at = offset; at < end; at += AHEAD_BYTES) {
            while (settings != null && input.onLine() >= AHEAD_BYTES) {
                wait();
            }
            receive(Arrays.copyOfRange(bytes, at, Math.min(end, at + AHEAD_BYTES)));
        }
    }

    /** Has the script told of what is on the line. */
    private void expect() {
        if (arrival == null) {
            long now = time.nanos();
            long all = input.freeAt() - now + settings.nanos(SILENT_BYTES);
            arrival = time.schedule(Math.max(0, Math.min(all, settings.nanos(EVENT_BYTES))), this::arrive);
        }
    }

    private void arrive() {
        int size = 0;
        IntConsumer listener;
        synchronized (this) {
            arrival = null;
            if (settings == null) {
                return;
            }
            long now = time.nanos();
            // Without a callback it is told when the script reads: it may have ended, and virtual time goes on for a
            // peer.
            UartInput arrived = onReceived == null ? input : arrived();
            arrived.arrive(now);
            boolean silent = now >= arrived.freeAt() + settings.nanos(SILENT_BYTES);
            if (arrived.arrivedInAll() > told && (silent || arrived.arrivedInAll() - told >= EVENT_BYTES)) {
                told = arrived.arrivedInAll();
                size = arrived.count();
            }
            listener = onReceived;
            fetch();
            if (!silent) {
                expect();
            }
            notifyAll();
        }
        if (size > 0 && listener != null) {
            listener.accept(size);
        }
    }

    private void fetch() {
        byte[] buffer = new byte[AHEAD_BYTES / 2];
        try {
            for (int had = unplugged ? 0 : 1; had > 0 && input.onLine() < AHEAD_BYTES; ) {
                had = peer.pull(buffer);
                receive(Arrays.copyOf(buffer, Math.max(0, had)));
            }
        } catch (IOException e) {
            notices.sayOnce(Code.UART, this + ": what is connected cannot be read: " + e.getMessage());
        }
    }

    /** The end of a test: nothing that the test has connected, opened, or left on the line stays. */
    @Override
    public synchronized Runnable snapshot() {
        UartPeer savedPeer = peer;
        UartSettings savedSettings = settings;
        boolean savedUnplugged = unplugged;
        IntConsumer savedListener = onReceived;
        Consumer<Boolean> savedSending = onSending;
        return () -> {
            savedPeer.renew(); // which may wait for a thread that is about to send
            synchronized (this) {
                restart();
                peer = savedPeer;
                unplugged = savedUnplugged;
                onReceived = savedListener;
                onSending = savedSending;
                probe.clear();
                if (savedSettings != null) {
                    begin(savedSettings);
                }
            }
        };
    }

    @Override
    public synchronized void reset() {
        shut();
        onReceived = null;
        onSending = sending -> {};
    }

    @Override
    public synchronized void restart() {
        reset();
        output.clear();
    }

    /** What was written still reaches the peer: the module would go on sending after the script's end. */
    @Override
    public void close() {
        byte[] left;
        UartPeer last;
        synchronized (this) {
            left = output.take(Time.FOR_EVER);
            last = peer;
            restart();
            peer = UartPeer.NONE;
        }
        if (left.length > 0) {
            last.take(left);
        }
        last.close(); // which may wait for a thread that is about to send
    }

    @Override
    public String toString() {
        return "UART" + number;
    }
}

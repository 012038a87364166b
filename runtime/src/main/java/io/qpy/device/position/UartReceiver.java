package io.qpy.device.position;

import io.qpy.device.board.Uart;
import io.qpy.device.board.UartPeer;
import io.qpy.device.board.UartSettings;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A receiver at a serial port: it sends sentences each second while the port is open (facts-board.md B8.7). It takes no commands. */
public final class UartReceiver implements UartPeer {
    private static final Sentences.Systems BOTH = new Sentences.Systems(true, true);

    private final Receiver receiver;
    private final Uart uart;
    private final Time time;
    private Alarm next = () -> {};

    public UartReceiver(Receiver receiver, Uart uart, Time time) {
        this.receiver = receiver;
        this.uart = uart;
        this.time = time;
    }

    @Override
    public String shown() {
        return "gnss";
    }

    @Override
    public void take(byte[] sent) {}

    @Override
    public void configure(UartSettings settings) {
        plan();
    }

    private synchronized void plan() {
        next.cancel();
        next = time.schedule(Sentences.untilNext(time.instant()), this::send);
    }

    private void send() {
        if (!uart.isOpen()) {
            return;
        }
        Place place = receiver.place();
        Instant second = Instant.ofEpochSecond(time.instant().getEpochSecond());
        uart.receive(Sentences.of(Sentences.Style.AT_UART, second, place, receiver.sky(place), Sentences.ALL, BOTH)
                .getBytes(StandardCharsets.US_ASCII));
        plan();
    }

    @Override
    public synchronized void renew() {
        next.cancel();
    }

    @Override
    public void close() {
        renew();
    }
}

package io.qpy.wiring.modbus;

import io.qpy.device.board.Uart;
import io.qpy.device.board.UartPeer;
import io.qpy.device.board.UartSettings;
import io.qpy.device.time.Alarm;
import io.qpy.device.time.Time;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * A Modbus RTU slave. A frame ends with a silence of 3.5 bytes, or of 1.75 ms above 19200 baud (MODBUS over serial line
 * V1.02, 2.5.1.1); then the slave answers. It is of our own: j2mod wants a serial port of its own and threads that wait in
 * the PC's time.
 */
public final class ModbusSlave implements UartPeer {
    private static final byte[] NONE = {};
    private static final int BROADCAST = 0;
    private static final int LONGEST = 256;
    private static final int SHOWN = 16;
    private static final int FAST_BAUD = 19_200;
    private static final long FAST_SILENCE = 1_750_000;

    private final String name;
    private final Registers first;
    private Registers registers;
    private Functions functions;
    private final Uart uart;
    private final Time time;
    private final Consumer<String> person;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private long silence = FAST_SILENCE;
    private Alarm end;

    /**
     * @param name as the person knows it
     * @param registers which it has at first
     * @param person takes a line that explains a silence or an exception; the same line may come again
     */
    public ModbusSlave(String name, Registers registers, Uart uart, Time time, Consumer<String> person) {
        this.name = name;
        first = registers;
        renew();
        this.uart = uart;
        this.time = time;
        this.person = person;
    }

    @Override
    public String shown() {
        return "modbus:" + name;
    }

    @Override
    public synchronized void renew() {
        registers = first.copy();
        functions = new Functions(registers);
        frame.reset();
        if (end != null) {
            end.cancel();
            end = null;
        }
    }

    @Override
    public synchronized void configure(UartSettings settings) {
        silence = settings.baud() > FAST_BAUD ? FAST_SILENCE : settings.nanos(7) / 2;
    }

    @Override
    public synchronized void take(byte[] sent) {
        frame.writeBytes(sent);
        if (end != null) {
            end.cancel();
        }
        end = time.schedule(silence, this::answer);
    }

    private void answer() {
        byte[] answer;
        synchronized (this) {
            end = null;
            answer = answer(frame.toByteArray());
            frame.reset();
        }
        uart.receive(answer); // the port calls configure() in its own monitor
    }

    /** Returns the frame that answers; empty for none. */
    private byte[] answer(byte[] request) {
        if (request.length > LONGEST || !Frame.isWhole(request)) {
            explain("got bytes that are no frame of Modbus RTU, or have a wrong check sum, and does not answer: "
                    + shown(request));
            return NONE;
        }
        int unit = request[0] & 0xFF;
        if (unit != BROADCAST && unit != registers.unit()) {
            explain("is unit " + registers.unit() + ", and does not answer a request to unit " + unit);
            return NONE;
        }
        byte[] content = content(Arrays.copyOfRange(request, 1, request.length - 2));
        return unit == BROADCAST ? NONE : Frame.of(unit, content);
    }

    private byte[] content(byte[] request) {
        try {
            return functions.answer(request);
        } catch (ModbusException e) {
            explain("answers with exception " + e.code() + ": " + e.getMessage());
            return Functions.exception(request, e);
        }
    }

    private void explain(String what) {
        person.accept(uart + ": " + name + " " + what);
    }

    private static String shown(byte[] bytes) {
        byte[] first = Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN));
        return HexFormat.ofDelimiter(" ").formatHex(first) + (bytes.length > SHOWN ? " ..." : "");
    }
}

package io.qpy.wiring.peer;

import io.qpy.device.Code;
import io.qpy.device.Notices;
import io.qpy.device.board.Uart;
import io.qpy.device.board.UartPeer;
import io.qpy.device.board.UartSettings;
import io.qpy.device.time.Time;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A peer in Python: a file with a class {@code Peer}, whose {@code received(data)} is called with what the port sends, and which
 * sends by {@code send(data)}. It begins when the script opens the port, on a device of its own in the same time: it can do what
 * a script can, and no more.
 */
public final class PythonPeer implements UartPeer {
    private final QpyRuntime runtime;
    private final Script script;
    private final Path folder;
    private final Uart uart;
    private final Time time;
    private final Notices notices;
    private PeerRun run;

    /**
     * @param runtime what it runs in
     * @param folder what the peer has as {@code /usr}
     * @param time of the device that it is connected to
     */
    public PythonPeer(QpyRuntime runtime, Script script, Path folder, Uart uart, Time time, Notices notices) {
        this.runtime = runtime;
        this.script = script;
        this.folder = folder;
        this.uart = uart;
        this.time = time;
        this.notices = notices;
    }

    @Override
    public String shown() {
        return "peer:" + script.name();
    }

    @Override
    public synchronized void configure(UartSettings settings) {
        if (run == null) {
            try {
                run = new PeerRun(runtime, script, folder, uart, time.another(), this::tell);
                run.begin();
            } catch (IOException e) {
                tell("its folder cannot be read: " + e.getMessage());
            }
        }
    }

    private void tell(String what) {
        notices.sayOnce(Code.PEER, uart + ": " + script.name() + ": " + what);
    }

    @Override
    public void take(byte[] sent) {
        PeerRun present = present();
        if (present != null) {
            present.host().take(sent);
        }
    }

    private synchronized PeerRun present() {
        return run;
    }

    @Override
    public synchronized void renew() {
        if (run != null) {
            run.end();
            run = null;
        }
    }

    @Override
    public void close() {
        renew();
    }
}

package io.qpy.device.calls;

import io.qpy.device.sound.Recorder;
import io.qpy.device.time.Time;
import java.io.IOException;

/** What is recorded of calls: it ends with them. The other end is not heard; what is recorded is the microphone. */
public final class CallRecording {
    private final Recorder recorder;
    private String file; // of each call; null for none
    private boolean isWav;
    private boolean records;

    public CallRecording(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Records each call from now on; null for none. */
    public synchronized void always(String path, boolean wav) {
        file = path;
        isWav = wav;
    }

    synchronized void callBegins() {
        if (file != null) {
            boolean ignored = start(file, isWav);
        }
    }

    /** Records into a file; returns false if something is recorded already, or there can be no such file. */
    public synchronized boolean start(String path, boolean wav) {
        if (recorder.isBusy()) {
            return false;
        }
        try {
            recorder.start(path, wav, Time.FOR_EVER);
            records = true;
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Records into the buffer of streams, in one of the recorder's formats; returns false if something is recorded already. */
    public synchronized boolean stream(int format, int rate) {
        records = !recorder.isBusy() && recorder.stream(format, rate, Time.FOR_EVER);
        return records;
    }

    /** Ends the recording; returns whether there was one. */
    public synchronized boolean stop() {
        boolean was = records && recorder.stop();
        records = false;
        return was;
    }

    synchronized void callEnds() {
        boolean ignored = stop();
    }
}

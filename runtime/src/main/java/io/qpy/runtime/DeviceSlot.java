package io.qpy.runtime;

import io.qpy.device.Device;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/** Where an interpreter finds its device, which may come when the interpreter has long been ready. */
final class DeviceSlot {
    private volatile Device device;
    private volatile boolean outputIsLost;

    void fill(Device value) {
        device = value;
    }

    void empty() {
        device = null;
        outputIsLost = false;
    }

    boolean isFilled() {
        return device != null;
    }

    /** The device; no code of the interpreter's that needs it runs before it is there. */
    Device device() {
        Device there = device;
        if (there == null) {
            throw new IllegalStateException("the interpreter has no device yet");
        }
        return there;
    }

    /** What a script reads. */
    InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return device().input().read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return device().input().read(target, offset, length);
            }

            @Override
            public int available() {
                return device().input().available();
            }
        };
    }

    /**
     * What a script prints to; closing it leaves the console open, which outlives the interpreter. What is printed before
     * there is a device is lost.
     */
    OutputStream output() {
        return new Unclosable(there -> there.console().output(), () -> outputIsLost = true);
    }

    /** Whether nobody reads what a script prints: the program behind the pipe has ended. */
    boolean outputIsLost() {
        return outputIsLost;
    }

    /** Where GraalPy's own complaints go; closing it leaves the console open. */
    OutputStream errors() {
        return new Unclosable(there -> there.console().errors(), () -> {});
    }

    private final class Unclosable extends OutputStream {
        private final Function<Device, OutputStream> stream;
        private final Runnable onLoss;

        Unclosable(Function<Device, OutputStream> stream, Runnable onLoss) {
            this.stream = stream;
            this.onLoss = onLoss;
        }

        private OutputStream stream() {
            return isFilled() ? stream.apply(device()) : OutputStream.nullOutputStream();
        }

        @Override
        public void write(int one) throws IOException {
            stream().write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                stream().write(bytes, offset, length);
                stream().flush();
            } catch (IOException e) {
                onLoss.run();
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            if (isFilled()) {
                stream().flush();
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

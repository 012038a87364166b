package io.qpy.device.tls;

import io.qpy.device.DeviceError;
import io.qpy.device.Errno;
import io.qpy.device.network.Stream;
import java.nio.ByteBuffer;

/** Records over a socket of the script's, on device threads. */
record StreamWire(Stream stream) implements Wire {
    @Override
    public int read(ByteBuffer target) {
        try {
            return stream.read(target);
        } catch (DeviceError e) {
            return nothingUnlessItFailed(e);
        }
    }

    @Override
    public void write(ByteBuffer source) {
        try {
            while (source.hasRemaining()) {
                stream.write(source);
            }
        } catch (DeviceError e) {
            int ignored = nothingUnlessItFailed(e);
        }
    }

    private static int nothingUnlessItFailed(DeviceError e) {
        if (e.isOs(Errno.EAGAIN)) {
            return 0;
        }
        throw e;
    }

    @Override
    public void close() {
        stream.close();
    }
}

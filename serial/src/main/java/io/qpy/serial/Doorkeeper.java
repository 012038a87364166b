package io.qpy.serial;

import java.io.IOException;
import java.net.Socket;

/** Meets those who connect to a {@link ListeningLine} before they are at the far end. */
public interface Doorkeeper {
    /** Lets everybody in, and hangs up when there is somebody already. */
    Doorkeeper OPEN = new Doorkeeper() {
        @Override
        public boolean admits(Socket client) {
            return true;
        }

        @Override
        public void busy(Socket client) {}
    };

    /** Whether this one may come in; it may ask, and say why not. The line hangs up afterwards. */
    boolean admits(Socket client) throws IOException;

    /** Says that there is somebody already. */
    void busy(Socket client) throws IOException;
}

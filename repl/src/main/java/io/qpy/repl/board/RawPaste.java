package io.qpy.repl.board;

import io.qpy.device.console.Keys;
import java.io.ByteArrayOutputStream;

/** Raw-paste mode: code that comes with flow control, window by window, up to Ctrl-D. */
final class RawPaste {
    /** As long as a pasted program may be; what comes after is not taken. */
    static final int MOST_BYTES = 16 << 20;

    private static final int WINDOW = 4000;
    private static final String ACCEPTED = "R\001";
    private static final String NEXT_WINDOW = "\001";
    private static final String ENOUGH = "\004";

    private final Port port;

    RawPaste(Port port) {
        this.port = port;
    }

    /**
     * What came.
     *
     * @param end the byte that ended it: Ctrl-D, Ctrl-C, {@link Keys#HUNG_UP} or {@link Keys#END}
     */
    record Received(ByteArrayOutputStream code, int end, boolean tooLong) {
        boolean isCode() {
            return end == Control.CTRL_D && !tooLong;
        }

        /** What the prompt does where there is no code to run. */
        Exit exit(Port port) {
            if (end == Keys.END) {
                return Exit.END;
            }
            if (end == Keys.HUNG_UP) {
                return Exit.FRIENDLY;
            }
            String reason = tooLong ? "MemoryError: more than " + MOST_BYTES + " bytes of code" : "KeyboardInterrupt: ";
            port.write("\004Traceback (most recent call last):\r\n" + reason + "\r\n\004>");
            return null;
        }
    }

    Received receive() throws InterruptedException {
        port.write(ACCEPTED);
        port.writeBytes((byte) WINDOW, (byte) (WINDOW >> 8));
        port.write(NEXT_WINDOW);
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        int left = WINDOW;
        while (true) {
            int c = port.keys().next();
            if (c < 0) {
                return new Received(code, c, false);
            }
            if (c == Control.CTRL_C || c == Control.CTRL_D) {
                port.write(ENOUGH);
                return new Received(code, c, false);
            }
            if (code.size() == MOST_BYTES) {
                port.write(ENOUGH);
                return new Received(code, skipToEnd(), true);
            }
            code.write(c);
            if (--left == 0) {
                port.write(NEXT_WINDOW);
                left = WINDOW;
            }
        }
    }

    private int skipToEnd() throws InterruptedException {
        while (true) {
            int c = port.keys().next();
            if (c < 0 || c == Control.CTRL_C || c == Control.CTRL_D) {
                return c;
            }
        }
    }
}

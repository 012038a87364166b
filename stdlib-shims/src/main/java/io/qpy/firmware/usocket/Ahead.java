package io.qpy.firmware.usocket;

import io.qpy.device.time.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** What was read before a script asked for it, to see whether something is there; Java has no MSG_PEEK. */
final class Ahead {
    private final ByteBuffer bytes = ByteBuffer.allocate(512).limit(0);
    private final Line line;
    private boolean ended;

    Ahead(Line line) {
        this.line = line;
    }

    /** Reads what is there: 0 for nothing, -1 at the end. */
    synchronized int read(SocketChannel from, ByteBuffer target) throws IOException {
        if (!bytes.hasRemaining()) {
            return ended ? -1 : counted(from.read(target));
        }
        return move(Math.min(bytes.remaining(), target.remaining()), target);
    }

    /** Reads what is there of a line, with its end: 0 for nothing, -1 at the end of all. */
    synchronized int readLine(SocketChannel from, ByteBuffer target) throws IOException {
        if (!hasSomething(from)) {
            return 0;
        }
        int most = Math.min(bytes.remaining(), target.remaining());
        int count = 0;
        while (count < most && bytes.get(bytes.position() + count) != '\n') {
            count++;
        }
        return bytes.hasRemaining() ? move(Math.min(count + 1, most), target) : -1;
    }

    private int move(int count, ByteBuffer target) {
        target.put(bytes.slice().limit(count));
        bytes.position(bytes.position() + count);
        return count;
    }

    private int counted(int count) {
        if (count != 0) {
            line.received(count);
        }
        return count;
    }

    /** Whether a read would not wait. */
    synchronized boolean hasSomething(SocketChannel from) throws IOException {
        peek(from);
        return bytes.hasRemaining() || ended;
    }

    /** Whether the peer has ended its side and everything before that was read. */
    synchronized boolean sawEnd(SocketChannel from) {
        try {
            peek(from);
        } catch (IOException e) {
            ended = true;
        }
        return ended && !bytes.hasRemaining();
    }

    private void peek(SocketChannel from) throws IOException {
        if (!bytes.hasRemaining() && !ended) {
            bytes.clear();
            ended = counted(from.read(bytes)) < 0;
            bytes.flip();
        }
    }
}

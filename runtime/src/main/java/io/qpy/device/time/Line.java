package io.qpy.device.time;

/** The device's end of one connection, whose bytes virtual time counts: while some are on their way, it stands still. */
public interface Line {
    /** A line that nobody counts. */
    Line UNCOUNTED = new Line() {
        @Override
        public void sent(int bytes) {}

        @Override
        public void received(int bytes) {}

        @Override
        public void close() {}

        @Override
        public void abandon() {}
    };

    /** Bytes, or one datagram, have gone out. */
    void sent(int bytes);

    /** Bytes, or one datagram, have come in; less than 0 for the peer's end. */
    void received(int bytes);

    /** The device's end is closed. */
    void close();

    /** No connection came about. */
    void abandon();
}

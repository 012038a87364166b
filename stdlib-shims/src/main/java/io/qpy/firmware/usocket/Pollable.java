package io.qpy.firmware.usocket;

import java.io.IOException;
import java.nio.channels.Selector;

/** A socket that {@code uselect} can ask. */
interface Pollable {
    int IN = 1;
    int OUT = 4;
    int ERROR = 8;
    int HANG_UP = 16;

    /** What of the mask is so now; errors always are told. */
    int ready(int mask);

    /** Has a selector wait for what the mask says. */
    void register(Selector selector, int mask) throws IOException;
}

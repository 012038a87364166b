package io.qpy.device.time;

/** Where servers of this process tell what passes their sockets. A route is the client's port and the server's. */
public interface ServerEnds {
    /** A server listens. */
    void listening(int port);

    /** A client's connection is accepted. */
    void accepted(int client, int server);

    /** Bytes have come in. */
    void received(int client, int server, int bytes);

    /** Bytes have gone out. */
    void sent(int client, int server, int bytes);

    /** The server reads nothing, until it goes on. */
    void paused(int client, int server, boolean paused);

    /** The server's end is closed, or has seen the client's. */
    void closed(int client, int server);

    /** A datagram has come in. */
    void receivedDatagram(int client, int server);

    /** A datagram has gone out. */
    void sentDatagram(int client, int server);
}

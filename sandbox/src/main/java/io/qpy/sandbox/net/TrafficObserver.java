package io.qpy.sandbox.net;

/** Is told what passes the servers' sockets, on the thread that serves them. Clients and servers are known by their ports. */
public interface TrafficObserver {
    /** Nobody wants to know. */
    TrafficObserver NONE = new TrafficObserver() {};

    default void listening(int server) {}

    default void accepted(int client, int server) {}

    default void received(int client, int server, int bytes) {}

    default void sent(int client, int server, int bytes) {}

    /** The server reads nothing until it is told to again. */
    default void paused(int client, int server, boolean paused) {}

    default void closed(int client, int server) {}

    default void receivedDatagram(int client, int server) {}

    default void sentDatagram(int client, int server) {}
}

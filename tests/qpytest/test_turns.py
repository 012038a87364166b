"""What has come before a thread takes it does not change whose turn it is."""

import _thread
import uselect
import usocket
import utime


def order(take):
    """Which goes on first: a thread that was let go, or the one that let it go and then takes what is there."""
    order = []
    lock = _thread.allocate_lock()
    lock.acquire()

    def second():
        lock.release()
        take()
        order.append("second")

    _thread.start_new_thread(second, ())
    lock.acquire()
    order.append("first")
    utime.sleep(1)
    return order


def pair(port):
    listener = usocket.socket()
    listener.bind(("127.0.0.1", port))
    listener.listen(1)
    client = usocket.socket()
    client.connect(("127.0.0.1", port))
    return listener, client


def test_a_datagram():
    socket = usocket.socket(usocket.AF_INET, usocket.SOCK_DGRAM)
    socket.bind(("127.0.0.1", 7000))
    socket.sendto(b"x", ("127.0.0.1", 7000))
    assert order(lambda: socket.recvfrom(9)) == ["first", "second"]
    socket.close()


def test_a_client():
    listener, client = pair(7001)
    assert order(listener.accept) == ["first", "second"]


def test_bytes():
    listener, client = pair(7002)
    server = listener.accept()[0]
    client.send(b"x")
    assert order(lambda: server.recv(9)) == ["first", "second"]


def test_what_is_polled():
    listener, client = pair(7003)
    server = listener.accept()[0]
    client.send(b"x")
    poll = uselect.poll()
    poll.register(server, uselect.POLLIN)
    assert order(lambda: poll.poll(1000)) == ["first", "second"]


def test_bytes_that_are_not_waited_for():
    listener, client = pair(7004)
    server = listener.accept()[0]
    client.send(b"x")
    server.settimeout(0)
    assert order(lambda: server.recv(9)) == ["first", "second"]


def test_who_only_looks_sees_what_comes_later():
    listener, client = pair(7005)
    server = listener.accept()[0]
    server.settimeout(0)

    def later():
        utime.sleep(60)
        client.send(b"x")

    start = utime.ticks_ms()
    _thread.start_new_thread(later, ())
    seen = b""
    while not seen:
        try:
            seen = server.recv(9)
        except OSError:
            pass
    assert seen == b"x"
    assert 60000 <= utime.ticks_diff(utime.ticks_ms(), start) < 60050

# The radio goes off with connections open: they are over (lwIP aborts those of an interface that goes: 103).
import _thread
import dataCall
import net
import uselect
import usocket
import utime


def listening():
    """A socket that listens, and its port."""
    port = 28521
    s = usocket.socket()
    while True:
        try:
            s.bind(("127.0.0.1", port))
            s.listen(5)
            return s, port
        except OSError:
            port += 1


server, PORT = listening()


def pair():
    client = usocket.socket()
    client.settimeout(30)
    client.connect(("127.0.0.1", PORT))
    accepted = server.accept()[0]
    accepted.settimeout(30)
    return client, accepted


def number(call, *args):
    try:
        return call(*args)
    except OSError as e:
        return e.args[0]


def off_and_on(off, on):
    client, accepted = pair()
    idle = pair()
    client.send(b"before")
    done = []

    def wait():
        accepted.recv(6)
        done.append(number(accepted.recv, 1))

    _thread.start_new_thread(wait, ())
    poll = uselect.poll()
    poll.register(idle[0], uselect.POLLIN)
    _thread.start_new_thread(lambda: done.append([e & (1 | 8 | 16) != 0 for _, e in poll.poll(30000)]), ())
    utime.sleep_ms(300)
    off()
    for i in range(500):
        if len(done) == 2:
            break
        utime.sleep_ms(20)
    print(sorted([str(each) for each in done]))
    print(number(client.send, b"x"), number(client.recv, 1), number(idle[1].read, 1), client.getsocketsta())
    print(number(usocket.socket().connect, ("127.0.0.1", PORT)) != None)
    server.settimeout(0)
    print(number(server.accept))
    server.settimeout(None)
    on()
    client, accepted = pair()
    client.send(b"again")
    print(accepted.recv(9))


for function in 0, 4:
    off_and_on(lambda: net.setModemFun(function), lambda: net.setModemFun(1))
off_and_on(lambda: dataCall.deactivate(1), lambda: dataCall.activate(1))
server.close()

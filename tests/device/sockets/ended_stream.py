# A stream at its end: what came before it is read whole, then b"" (py/stream.c; extmod/asyncio/stream.py).
import uasyncio
import usocket


def free_port():
    """A port of this PC's that nobody has."""
    port = 28431
    while True:
        probe = usocket.socket()
        try:
            probe.bind(("127.0.0.1", port))
            return port
        except OSError:
            port += 1
        finally:
            probe.close()


PORT = free_port()

server = usocket.socket()
server.setsockopt(usocket.SOL_SOCKET, usocket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", PORT))
server.listen(5)


def peer(data):
    """A client whose peer has sent data and closed."""
    client = usocket.socket()
    client.connect(("127.0.0.1", PORT))
    other = server.accept()[0]
    other.send(data)
    other.close()
    return client


def number(call, *args):
    try:
        return call(*args)
    except OSError as e:
        return e.args[0]


s = peer(b"hello")
print(s.read(3), s.read(9), s.read(9), s.read(), s.readline())
buf = bytearray(4)
print(s.readinto(buf), buf, number(s.recv, 1), s.read(1))

s = peer(b"hello")
print(s.read(), s.read())
s = peer(b"one\ntwo")
print(s.makefile().readline(), s.readline(), s.readline())
s = peer(b"hello")
print(s.recv(9), number(s.recv, 9), number(s.recv, 9), s.getsocketsta())
s = peer(b"")
s.setblocking(False)
print(s.read(1), s.readinto(buf), s.readline())
s.settimeout(1)
print(s.read(1), s.read())


async def tell(call):
    try:
        return await call
    except (OSError, EOFError) as e:
        return repr(e)


async def streams():
    print(await uasyncio.StreamReader(peer(b"hello")).read(-1))
    print(await uasyncio.StreamReader(peer(b"hello")).read(9))
    r = uasyncio.StreamReader(peer(b"hello"))
    print(await r.readline(), await r.readline(), await r.read(), await r.read(5))
    print(await tell(uasyncio.StreamReader(peer(b"hello")).readexactly(9)))
    r = uasyncio.StreamReader(peer(b"hello"))
    print(await r.readexactly(5), await r.readexactly(0), await tell(r.readexactly(1)))
    r = uasyncio.StreamReader(peer(b"hello"))
    print(await r.readinto(buf), buf, await r.readinto(buf), await r.readinto(buf))


uasyncio.run(streams())

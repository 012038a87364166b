# A port is one socket's, unless both were told SO_REUSEADDR; a listener has it alone (lwIP's tcp_bind and tcp_listen).
import usocket


def free_port():
    """A port of this PC's that nobody has."""
    port = 28491
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

REUSE = usocket.SOL_SOCKET, usocket.SO_REUSEADDR, 1


def number(call, *args):
    try:
        return call(*args)
    except OSError as e:
        return e.args[0]


def made(reuse=False, kind=usocket.SOCK_STREAM):
    s = usocket.socket(usocket.AF_INET, kind)
    if reuse:
        s.setsockopt(*REUSE)
    return s


a, b = made(), made()
print(a.bind(("127.0.0.1", PORT)), number(b.bind, ("127.0.0.1", PORT)))
a.listen(1)
print(number(b.bind, ("", PORT)), number(made(True).bind, ("0.0.0.0", PORT)), number(a.bind, ("", PORT + 1)))
print(number(a.listen, 1), number(a.connect, ("127.0.0.1", PORT)), number(a.send, b"x"), number(b.accept))
a.close()
print(b.bind(("127.0.0.1", PORT)), number(b.listen, 1))
b.close()

a, b = made(True), made(True)
print(a.bind(("", PORT)), b.bind(("", PORT)), a.listen(1), number(b.listen, 1))
a.close()
print(b.listen(1))

# a connection that this end has closed first keeps the port for two minutes
client = usocket.socket()
client.connect(("127.0.0.1", PORT))
accepted = b.accept()[0]
b.close()
print(number(made().bind, ("", PORT)))
accepted.close()
client.close()
print(number(made().bind, ("", PORT)), number(made(True).bind, ("", PORT)))

a, b = made(kind=usocket.SOCK_DGRAM), made(kind=usocket.SOCK_DGRAM)
print(a.bind(("", PORT)), number(b.bind, ("", PORT)), b.bind(("", PORT + 1)))

# what is closed has no descriptor
s = made()
s.close()
for name, args in (
    ("bind", (("", PORT + 2),)),
    ("listen", (1,)),
    ("accept", ()),
    ("connect", (("127.0.0.1", PORT),)),
    ("send", (b"x",)),
    ("sendall", (b"x",)),
    ("sendto", (b"x", ("127.0.0.1", PORT))),
    ("write", (b"x",)),
    ("recv", (1,)),
    ("recvfrom", (1,)),
    ("read", (1,)),
    ("readinto", (bytearray(1),)),
    ("readline", ()),
    ("setsockopt", REUSE),
    ("settimeout", (1,)),
    ("setblocking", (True,)),
    ("close", ()),
    ("fileno", ()),
    ("getsocketsta", ()),
):
    print(name, number(getattr(s, name), *args))
a.close()
print(number(a.recvfrom, 1), number(a.sendto, b"", ("127.0.0.1", PORT)), number(a.bind, ("", PORT)))

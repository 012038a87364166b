# What is sent, and where it is received: buffers, of which text is one to read (py/obj.c mp_get_buffer_raise).
import uarray
import usocket


def free_port():
    """A port of this PC's that nobody has."""
    port = 28461
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
server.bind(("127.0.0.1", PORT))
server.listen(5)
client = usocket.socket()
client.connect(("127.0.0.1", PORT))
other = server.accept()[0]
datagrams = usocket.socket(usocket.AF_INET, usocket.SOCK_DGRAM)


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__


for bad in (5, [1, 2], (1, 2), None, 1.5, {1: 2}, object()):
    print(
        attempt(client.send, bad),
        attempt(client.sendall, bad),
        attempt(client.write, bad),
        attempt(client.sendto, bad, ("127.0.0.1", PORT)),
        attempt(datagrams.sendto, bad, ("127.0.0.1", PORT)),
        attempt(client.readinto, bad),
    )
print(attempt(client.readinto, "abc"), attempt(client.readinto, b"abc"), attempt(client.recv, "5"), attempt(client.recv, -1))
print(client.send("text"), client.send(bytearray(b"array")), client.send(memoryview(b"view")[1:]))
print(client.send(uarray.array("H", [1, 2])), client.write("abcdef", 2), client.write(b"abcdef", 2, 3), client.sendall("\xe4"))
client.close()
print(other.read())

for call, args in (
    (usocket.getaddrinfo, (None, 80)),
    (usocket.getaddrinfo, (5, 80)),
    (usocket.getaddrinfo, ("127.0.0.1", None)),
    (usocket.getaddrinfo, ("127.0.0.1", 65536)),
    (usocket.getaddrinfo, ("127.0.0.1", -1)),
    (usocket.getaddrinfo, ("127.0.0.1", 2 ** 70)),
    (usocket.getaddrinfo, ("127.0.0.1\0x", 80)),
    (usocket.getaddrinfo, ("127.0.0.1", "http")),
):
    try:
        print(call(*args))
    except Exception as e:
        print(type(e).__name__, e.args[0] if isinstance(e, OSError) else "")
for address in (None, 5, "127.0.0.1", ("127.0.0.1",), ("127.0.0.1", 1, 2), (None, 1), ("127.0.0.1", None), ("127.0.0.1", 70000), ("a\0b", 1)):
    s = usocket.socket()
    print(attempt(s.connect, address), attempt(s.bind, address), attempt(datagrams.sendto, b"", address))
print(usocket.getaddrinfo("127.0.0.1", "80")[0][-1], usocket.getaddrinfo(b"127.0.0.1", 0)[0][-1])

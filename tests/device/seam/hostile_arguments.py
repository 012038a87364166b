# Host methods refuse what does not fit, with an exception of the script's world. Not recorded: a module has no host objects.
import usocket
import utime

host = usocket._host
itself = []
itself.append(itself)
table = {}
table["a"] = table
deep = []
for i in range(100000):
    deep = [deep]


class Raising:
    def __getattr__(self, name):
        raise KeyError(name)

    __len__ = __getitem__ = __iter__ = __hash__ = __index__ = __int__ = __str__ = __bool__ = __call__ = __getattr__


class Text(str):
    __len__ = __getitem__ = __iter__ = __hash__ = __eq__ = __str__ = Raising.__getattr__


class List(list):
    __len__ = __getitem__ = __iter__ = __str__ = Raising.__getattr__


class Int(int):
    __index__ = __int__ = __bool__ = __str__ = Raising.__getattr__


class Bytes(bytes):
    __len__ = __getitem__ = __iter__ = __str__ = Raising.__getattr__


released = memoryview(b"abc")
released.release()
VALUES = (
    None, itself, table, (itself,), deep, Raising(), List([1]), Bytes(b"a"), 2**31, 2**64, -(2**64), float("nan"), float("inf"),
    memoryview(b"ab"), released, (i for i in "ab"), usocket, print, Raising, range(3), {1}, 1j,
)


def refused(call, *arguments):
    try:
        call(*arguments)
    except (TypeError, ValueError, OverflowError, OSError, KeyError):
        return True
    except BaseException as e:
        print(type(e).__name__, str(e))
    return False


counts = [0, 0, 0]
for value in VALUES:
    counts[0] += refused(host.resolve, value)
    counts[1] += refused(usocket.getaddrinfo, value, 80)
    counts[2] += refused(usocket.socket().connect, (value, 1))
print(len(VALUES), counts)


def text_of(call, *arguments):
    try:
        call(*arguments)
    except Exception as e:
        print(type(e).__name__, e)


s = usocket.socket()
text_of(usocket.getaddrinfo, None, 80)
text_of(s.connect, (None, 1))
text_of(s.recv, -1)
text_of(s.recv, 2**64)
text_of(s.recv, float("nan"))
text_of(host.resolve, 2**40)
text_of(host.resolve)
print("resolve" in dir(host), all(type(name) is str for name in dir(host)))


def endless(n):
    utime.ticks_ms()
    return endless(n + 1)


for i in range(3):
    try:
        endless(0)
    except RuntimeError as e:
        print("RuntimeError", e)

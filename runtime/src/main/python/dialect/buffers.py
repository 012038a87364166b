"""Arguments that the module reads, or writes, as a buffer: bytes, arrays and, to be read, text, whose bytes it takes."""

_NO_BUFFER = "object with buffer protocol required"


def octets(value):
    """octets(value) -> bytes. TypeError for what has none, as py/obj.c has it: numbers and lists among others."""
    if type(value) is bytes:
        return value
    if isinstance(value, str):
        try:
            return str.encode(value, "utf-8", "surrogateescape")
        except UnicodeEncodeError:
            return str.encode(value, "utf-8", "surrogatepass")
    try:
        return bytes(memoryview(value))
    except TypeError:
        raise TypeError(_NO_BUFFER) from None


def part(value, bounds):
    """The bytes of write(value), write(value, size) or write(value, offset, size)."""
    data = octets(value)
    if len(bounds) == 1:
        return data[: max(0, bounds[0])]
    if bounds:
        offset, size = bounds
        return data[max(0, offset) :][: max(0, size)]
    return data


def writable(value):
    """writable(value) -> the bytes of value, to be changed. TypeError for what cannot be."""
    try:
        view = memoryview(value)
    except TypeError:
        raise TypeError(_NO_BUFFER) from None
    if isinstance(value, str) or view.readonly:
        raise TypeError(_NO_BUFFER)
    return view.cast("B")

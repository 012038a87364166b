"""SecureData - the secure data area: what new firmware does not delete. Documentation: facts-board.md B12.1."""

_buffers = _device.library("dialect/buffers")


def _number(value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return int(value)


def Store(index, databuf, len, /):
    """Store(index, databuf, len) -> 0; -1 for a place that is not there, a length below 0, or more than the place holds.

    Stored are the first len bytes of databuf, or all where it has fewer. Places 1 to 8 hold 52 bytes, 9 to 12 100, 13 and 14
    500, 15 and 16 1000.
    """
    index, length = _number(index), _number(len)
    data = _buffers.octets(databuf)
    if length < 0 or not _host.has(index):
        return -1
    data = data[:length]
    if data.__len__() > _host.capacity(index):
        return -1
    _host.store(index, data)
    return 0


def Read(index, databuf, len, /):
    """Read(index, databuf, len) -> how many bytes were put into databuf; -1 for a place that is not there, -2 where nothing is."""
    index, length = _number(index), _number(len)
    view = _buffers.writable(databuf)
    if length < 0 or not _host.has(index):
        return -1
    data = _host.read(index)
    if data is None:
        return -2
    data = data[: min(length, view.nbytes)]
    count = data.__len__()
    view[:count] = data
    return count

"""uselect - waits for several sockets. As MicroPython 1.13 has it; facts.md 11.34."""

POLLIN = 1
POLLOUT = 4
POLLERR = 8
POLLHUP = 16


_STEP_MILLIS = 20  # between looks at the sockets while the console is waited for


def _socket_of(obj):
    if hasattr(obj, "_await_input"):
        return None
    socket = getattr(obj, "_socket", None)
    if not _host.isPollable(socket):
        raise OSError("stream operation not supported")
    return socket


def _poll(entries, millis):
    """What is ready of [(object, mask)], each a number; millis less than 0 for ever."""
    consoles = [hasattr(obj, "_await_input") for obj, _ in entries]
    if not any(consoles):
        return _poll_sockets(entries, millis)
    sockets = [entry for entry, console in zip(entries, consoles) if not console]
    input = next(obj for (obj, mask), console in zip(entries, consoles) if console)
    left = millis
    while True:
        step = _STEP_MILLIS if sockets and (left < 0 or left > _STEP_MILLIS) else left
        typed = any(mask & POLLIN for (_, mask), console in zip(entries, consoles) if console) and input._await_input(step)
        ready = iter(_poll_sockets(sockets, 0) if sockets else ())
        told = [
            (mask & POLLIN if typed else 0) | mask & POLLOUT if console else next(ready)
            for (_, mask), console in zip(entries, consoles)
        ]
        left -= step if left > 0 else 0
        if any(told) or left == 0:
            return told


def _poll_sockets(entries, millis):
    held = [POLLIN if mask & POLLIN and hasattr(obj, "_pending") and obj._pending() else 0 for obj, mask in entries]
    ready = _host.poll([_socket_of(obj) for obj, _ in entries], [mask for _, mask in entries], 0 if any(held) else millis)
    return [a | b for a, b in zip(held, ready)]


class _Poll:
    """What poll() returns."""

    def __init__(self):
        self._entries = {}

    def register(self, obj, eventmask=POLLIN | POLLOUT):
        """register(obj, eventmask=POLLIN | POLLOUT): has poll() watch a socket; again changes the mask."""
        _socket_of(obj)
        self._entries[id(obj)] = (obj, eventmask)

    def unregister(self, obj):
        """unregister(obj): no longer."""
        self._entries.pop(id(obj), None)

    def modify(self, obj, eventmask):
        """modify(obj, eventmask). OSError(2) for what is not registered."""
        if id(obj) not in self._entries:
            raise OSError(2)
        self._entries[id(obj)] = (obj, eventmask)

    def poll(self, timeout=-1):
        """poll(timeout=-1) -> [(obj, event)] of those that are ready; timeout in milliseconds, -1 for ever."""
        entries = list(self._entries.values())
        ready = _poll(entries, int(timeout))
        return [(obj, event) for (obj, _), event in zip(entries, ready) if event]

    def ipoll(self, timeout=-1, flags=0):
        """ipoll(timeout=-1, flags=0): poll() as an iterator; with flags 1 a socket is told of once."""
        for obj, event in self.poll(timeout):
            if flags & 1:
                self.modify(obj, 0)
            yield obj, event


def poll():
    """poll() -> an object that watches sockets."""
    return _Poll()


def select(rlist, wlist, xlist, timeout=-1):
    """select(rlist, wlist, xlist, timeout=-1) -> ([readable], [writable], [broken]); timeout in seconds, None for ever."""
    entries = [(obj, POLLIN) for obj in rlist] + [(obj, POLLOUT) for obj in wlist] + [(obj, POLLERR) for obj in xlist]
    ready = _poll(entries, -1 if timeout is None or timeout < 0 else int(timeout * 1000))
    told = list(zip(entries, ready))
    return tuple(
        [obj for (obj, mask), event in told if mask == wanted and event] for wanted in (POLLIN, POLLOUT, POLLERR)
    )

"""uselect - waits for several sockets. As MicroPython 1.13 has it; facts.md 11.34."""

POLLIN = 1
POLLOUT = 4
POLLERR = 8
POLLHUP = 16


_STEP_MILLIS = 20  # between looks at streams that are not sockets
_ASK = 3  # the request of ioctl() that asks a stream what it is ready for


def _socket_of(obj):
    """The socket to wait for; None for a stream that is asked, the console or one of the script's."""
    if hasattr(obj, "ioctl"):
        return None
    socket = getattr(obj, "_socket", None)
    if not _host.isPollable(socket):
        raise OSError("stream operation not supported")
    return socket


def _alarm():
    """An alarm for _poll()."""
    return _host.alarm()


def _loop_wait(alarm):
    """What the loop of uasyncio waits in; the alarm ends a wait, too."""
    return _host.loopWait(alarm)


def _poll(entries, millis, alarm=None):
    """What is ready of [(object, mask)], each a number; millis less than 0 for ever. Ends too when the alarm rings."""
    if not any([hasattr(obj, "ioctl") for obj, _ in entries]):
        return _poll_sockets(entries, millis, alarm)
    sockets = [entry for entry in entries if not hasattr(entry[0], "ioctl")]
    left = millis
    while True:
        ready = iter(_poll_sockets(sockets, 0, None) if sockets else ())
        told = [_ask(obj, mask) if hasattr(obj, "ioctl") else next(ready) for obj, mask in entries]
        if any(told) or left == 0 or alarm is not None and alarm.isRung():
            return told
        step = _STEP_MILLIS if left < 0 or left > _STEP_MILLIS else left
        _pause(entries, step, alarm)
        left -= step if left > 0 else 0


def _ask(obj, mask):
    told = obj.ioctl(_ASK, mask)
    if told < 0 or told > mask | POLLERR | POLLHUP:
        raise OSError(abs(told))
    return told


def _pause(entries, millis, alarm):
    """Waits until somebody types, where the console is among them."""
    for obj, mask in entries:
        if mask & POLLIN and hasattr(obj, "_await_input"):
            obj._await_input(millis)
            return
    _host.poll([], [], millis, alarm)


def _poll_sockets(entries, millis, alarm):
    held = [POLLIN if mask & POLLIN and hasattr(obj, "_pending") and obj._pending() else 0 for obj, mask in entries]
    ready = _host.poll([_socket_of(obj) for obj, _ in entries], [mask for _, mask in entries], 0 if any(held) else millis, alarm)
    return [a | b for a, b in zip(held, ready)]


class _Poll:
    """What poll() returns."""

    def __init__(self):
        self._entries = {}
        self._plain = None  # the sockets and masks that _host is told, where nothing else is watched; None for not known

    def register(self, obj, eventmask=POLLIN | POLLOUT):
        """register(obj, eventmask=POLLIN | POLLOUT): has poll() watch a socket; again changes the mask."""
        _socket_of(obj)
        self._entries[id(obj)] = (obj, eventmask)
        self._plain = None

    def unregister(self, obj):
        """unregister(obj): no longer."""
        self._entries.pop(id(obj), None)
        self._plain = None

    def modify(self, obj, eventmask):
        """modify(obj, eventmask). OSError(2) for what is not registered."""
        if id(obj) not in self._entries:
            raise OSError(2)
        self._entries[id(obj)] = (obj, eventmask)
        self._plain = None

    def poll(self, timeout=-1):
        """poll(timeout=-1) -> [(obj, event)] of those that are ready; timeout in milliseconds, -1 for ever."""
        entries = list(self._entries.values())
        if self._plain is None and not any([hasattr(obj, "ioctl") or hasattr(obj, "_pending") for obj, _ in entries]):
            self._plain = [_socket_of(obj) for obj, _ in entries], [mask for _, mask in entries]
        if self._plain is None:
            ready = _poll(entries, int(timeout))
        else:
            ready = _host.poll(*self._plain, int(timeout), None)
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

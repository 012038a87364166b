"""qpytest - what its parts share: waits in the device's time."""

_TIMEOUT = 60


def wait_until(condition, timeout=_TIMEOUT, interval=0.1, message="the condition"):
    """wait_until(condition, timeout=60, interval=0.1) -> its value, as soon as condition() gives a true one."""
    end = _host.now() + timeout
    value = condition()
    while not value:
        if _host.now() >= end:
            raise AssertionError("%s has not come true within %s s; it is %r" % (message, timeout, value))
        _host.elapse(interval)
        value = condition()
    return value


def _bytes(value):
    return value.encode("utf-8") if isinstance(value, str) else bytes(value)

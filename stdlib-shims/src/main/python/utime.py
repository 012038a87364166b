"""utime (time) - the device's clock. Documentation: facts.md 10.1, 11.50 to 11.55."""

_TICKS_PERIOD = 0x40000000
_TICKS_HALF = _TICKS_PERIOD // 2
_LONGEST = 2**62  # microseconds, of a wait


def _whole(value):
    """An int; MicroPython takes no float and no text for one."""
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return int(value)


def localtime(secs=None):
    """localtime([secs]) -> (year, month, day, hour, minute, second, weekday Monday 0, day of the year from 1).

    Without an argument, the real-time clock as it stands; else Unix seconds shown at UTC+8.
    """
    return tuple(_host.rtc() if secs is None else _host.chinaTime(_whole(secs)))


def mktime(date):
    """mktime(date) -> Unix seconds of a tuple of 8 or 9 numbers, read as UTC+8."""
    if not isinstance(date, (tuple, list)):
        raise TypeError("object '%s' isn't a tuple or list" % type(date).__name__)
    if len(date) not in (8, 9):
        raise TypeError("mktime needs a tuple of length 8 or 9 (%d given)" % len(date))
    return _host.chinaSeconds([_whole(each) for each in date[:6]])


def time():
    """time() -> seconds since power-on."""
    return _host.millis() // 1000


def time_ns():
    """time_ns() -> nanoseconds since power-on. Newer firmware only."""
    return _host.micros() * 1000


def getTimeZone():
    """getTimeZone() -> hours east of UTC, 8 on a new device."""
    return _host.zoneHours()


def setTimeZone(offset):
    """setTimeZone(offset) -> 0. Hours east of UTC, -12 to 12; moves localtime()."""
    if not -12 <= _whole(offset) <= 12:
        raise ValueError("invalid value, timezone should be in [-12, +12].")
    _host.setZoneHours(_whole(offset))
    return 0


def ticks_ms():
    """ticks_ms() -> milliseconds that wrap at 0x3FFFFFFF; compare with ticks_diff."""
    return _host.millis() % _TICKS_PERIOD


def ticks_us():
    """ticks_us() -> microseconds that wrap at 0x3FFFFFFF; compare with ticks_diff."""
    return _host.micros() % _TICKS_PERIOD


def ticks_cpu():
    """ticks_cpu() -> the finest counter there is, in no particular unit."""
    return _host.micros() % _TICKS_PERIOD


def ticks_add(ticks, delta):
    """ticks_add(ticks, delta) -> ticks, moved by delta."""
    if not -_TICKS_HALF < delta < _TICKS_HALF:
        raise OverflowError("ticks interval overflow")
    return (ticks + delta) % _TICKS_PERIOD


def ticks_diff(ticks1, ticks2):
    """ticks_diff(ticks1, ticks2) -> how much later ticks1 is than ticks2, negative when earlier."""
    return (ticks1 - ticks2 + _TICKS_HALF) % _TICKS_PERIOD - _TICKS_HALF


def sleep(seconds):
    """sleep(seconds): waits; fractions count."""
    if not isinstance(seconds, (int, float)):
        raise TypeError("can't convert %s to float" % type(seconds).__name__)
    _host.sleepMicros(int(min(seconds * 1000000, _LONGEST)))


def sleep_ms(ms):
    """sleep_ms(ms): waits that many milliseconds."""
    _host.sleepMicros(min(_whole(ms) * 1000, _LONGEST))


def sleep_us(us):
    """sleep_us(us): waits that many microseconds."""
    _host.sleepMicros(min(_whole(us), _LONGEST))

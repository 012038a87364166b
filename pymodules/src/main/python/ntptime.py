"""ntptime - sets the device's clock from the network. Documentation: "ntptime - NTP对时"; facts.md section 6."""

host = "ntp.aliyun.com"
r_host = ["pool.ntp.org", "asia.pool.ntp.org", "cn.ntp.org.cn", "cn.pool.ntp.org"]

NTP_DELTA = 3155673600  # seconds from 1900 to 2000, which time() counts from

_SECONDS_1970_TO_2000 = 946684800
_INTERRUPTED = 4


def sethost(host=None):
    """sethost(host) -> 0, and that server is asked from now on; -1 without a host. ntptime.host tells which it is."""
    if not host:
        return -1
    globals()["host"] = host
    return 0


def time():
    """time() -> seconds since 2000-01-01 UTC, of ``host`` or else of the first of ``r_host`` that answers.

    Each has 10 seconds. OSError when none answers.
    """
    millis = _ask(True, 10)
    if millis is None:
        raise OSError("Server connection failed!")
    return millis // 1000 - _SECONDS_1970_TO_2000


def settime(timezone=0, use_rhost=1, timeout=10):
    """settime() -> 0, and the clock shows UTC; -1 when no server told the time, and the clock is as it was.

    timezone: hours to add, -12 to 12; China is 8. use_rhost: 0 to ask ``host`` alone. timeout: seconds for each server.
    """
    if not _is_number(timezone) or not -12 <= timezone <= 12 or not _is_number(timeout) or timeout <= 0:
        return -1
    millis = _ask(use_rhost, timeout)
    if millis is None:
        return -1
    _host.setRtc(millis + int(timezone * 3600000))
    return 0


def _is_number(value):
    return isinstance(value, (int, float))


def _ask(others_too, timeout):
    """Milliseconds since 1970 UTC, or None where nobody answers."""
    reasons = []
    for name in [host] + list(r_host if others_too else []):
        try:
            return _host.ask(str(name), int(min(max(1, timeout * 1000), 0x7FFFFFFF)))
        except OSError as e:
            if e.args[0] == _INTERRUPTED:
                raise
            reasons.append(str(e.args[-1]))
    _host.say("no-time", "ntptime: no server told the time: " + "; ".join(reasons))
    return None

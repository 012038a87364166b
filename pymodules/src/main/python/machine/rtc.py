"""machine.RTC - the real-time clock and its alarm. Documentation: facts-board.md B2.60 to B2.64."""

_clock = _host.clock()
_rtc = None  # there is one


def _fields(moment):
    """The numbers of (year, month, day, week, hour, minute, second, microsecond) that count."""
    if not isinstance(moment, (tuple, list)):
        raise TypeError("object '%s' isn't a tuple or list" % type(moment).__name__)
    if len(moment) != 8:
        raise ValueError("requested length 8 but object has length %d" % len(moment))
    year, month, day, _, hour, minute, second, _ = moment
    return int(year), int(month), int(day), int(hour), int(minute), int(second)


class RTC:
    """RTC() -> the clock, which utime.localtime() shows as well: local time."""

    def __new__(cls):
        global _rtc
        if _rtc is None:
            _rtc = object.__new__(cls)
        return _rtc

    def datetime(self, args=()):
        """datetime() -> (year, month, day, week, hour, minute, second, 0), week 0 for Sunday.

        datetime((year, month, day, week, hour, minute, second, microsecond)) sets the clock -> 0, or -1 where there is no such
        moment; a list will do, the week and the microseconds do not count. TypeError, ValueError for anything but eight.
        """
        if args == ():
            return (*_clock.read(), 0)
        return 0 if _clock.set(*_fields(args)) else -1

    def init(self, args):
        """init(eight numbers): sets the clock as datetime() does. Not documented; in the firmware (B2.61)."""
        self.datetime(args)

    def register_callback(self, fun):
        """register_callback(fun) -> 0: fun(None) is called at the alarm."""
        _clock.register(lambda nothing: fun(nothing))
        return 0

    def set_alarm(self, data_e):
        """set_alarm(eight numbers as datetime() takes them) -> 0, or -1 where there is no such day.

        Hours, minutes and seconds may be too large, as the documentation's example has them (B2.63).
        """
        return 0 if _clock.setAlarm(*_fields(data_e)) else -1

    def enable_alarm(self, on_off):
        """enable_alarm(on_off) -> 0: 1 and the alarm comes, once; 0 and it does not. One in the past never comes.

        On the BC25 it is -1 where no function is registered. After misc.Power.powerDown() the alarm switches the EC200U, the EC600U
        and the BC25 on again (B2.62), and a module of no model.
        """
        if on_off and _host.family() == "RDA" and not _clock.isHandled():
            return -1
        _clock.enable(bool(on_off))
        return 0

"""qpytest.power - what a test sees of the module's sleep, and does to the lines that wake it."""

_elapse = _host.elapse
_host = _host.verbs("pm")
_SETTLE = 0.02  # until callbacks have been called


class _Line:
    """power.wakeup(2): WAKEUP2."""

    def __init__(self, number):
        self._number = number

    def set(self, level):
        """set(level): drives the line from outside, from now on; callbacks that do not wait have been called then."""
        _host.drive(self._number, int(level))
        _elapse(_SETTLE)


class Power:
    """The module's sleep."""

    @property
    def asleep(self):
        """How many seconds the module has slept, in power saving mode too."""
        return _host.slept()

    @property
    def awake_for(self):
        """What keeps it awake, in words; None while it may sleep."""
        return _host.obstacle()

    @property
    def locks(self):
        """The wake locks: a dict, name to whether it is locked."""
        return dict(_host.locks())

    @property
    def psm_entered(self):
        """How often it has fallen into power saving mode. Under `qpy test` the script goes on until it wakes."""
        return _host.saved()

    def wakeup(self, number):
        """wakeup(2) -> the line WAKEUP2. AssertionError where the module has none of this number."""
        if not _host.hasLine(number):
            raise AssertionError("the module has no line WAKEUP%s" % number)
        return _Line(number)

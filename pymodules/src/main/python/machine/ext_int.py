"""machine.ExtInt - a pin's interrupt. Documentation: facts-board.md B2.40 to B2.46."""

_pin = _device.library("machine/pin")
_MODES = (0, 1, 2)
_PULLS = (0, 1, 2)
_NO_BOTH_EDGES = ("EIGEN",)  # families of chips (B2.46)
_interrupts = {}  # one object for each pin (B2.45)


class ExtInt(metaclass=_pin._Numbers):
    """ExtInt(GPIOn, mode, pull, callback, filter_time=0) -> a pin's interrupt: the same object for the same pin.

    callback([GPIOn, edge]), edge 0 rising, 1 falling: a new list each time. It may be None: edges are counted all the same.
    The pin is an input from now on. The interrupt is armed by the constructor, as the firmware does it; the documentation
    tells to call enable() (B2.42). filter_time: how many ms a level must stay.
    ValueError for a pin that the module lacks, another mode or pull, a filter_time below 0; for a pin without an interrupt, of
    which the BG95 has some, and for both edges on the EC600E and EC800E: that it is this exception is guessed.
    """

    IRQ_RISING, IRQ_FALLING, IRQ_RISING_FALLING = _MODES
    PULL_DISABLE, PULL_PU, PULL_PD = _PULLS
    GPIO0 = 0  # the firmware has the name, no module the pin (B2.2)

    def __new__(cls, pin, mode, pull, callback, filter_time=0):
        number = _pin._number(pin, "invalid pin value")
        if mode not in _MODES:
            raise ValueError("invalid mode value")
        if pull not in _PULLS:
            raise ValueError("invalid pull value")
        if not isinstance(filter_time, int) or filter_time < 0:
            raise ValueError("invalid fliter time value")
        _refuse_of_model(number, mode)
        interrupt = _interrupts.get(number)
        if interrupt is None:
            interrupt = _interrupts[number] = object.__new__(cls)
            interrupt._line, interrupt._interrupt = number, _host.interrupt(number)
        told = _nothing if callback is None else lambda event: callback(event)
        interrupt._interrupt.arm(int(mode), int(pull), filter_time, told)
        return interrupt

    def enable(self):
        """enable() -> 0: edges are counted and told again."""
        self._interrupt.enable()
        return 0

    def disable(self):
        """disable() -> 0: edges are neither counted nor told until enable()."""
        self._interrupt.disable()
        return 0

    def line(self):
        """line() -> the pin's number."""
        return self._line

    def read_count(self, is_reset):
        """read_count(is_reset) -> [rising, falling] edges so far; 1 sets them to 0 then. ValueError for another than 0 and 1.

        Edges count whose call was dropped, too (B2.45).
        """
        if is_reset not in (0, 1):
            raise ValueError("invalid is_reset value, must in [0,1]")
        counts = self._interrupt.counts()
        if is_reset:
            self._interrupt.resetCounts()
        return counts

    def count_reset(self):
        """count_reset() -> 0: sets the counters to 0."""
        self._interrupt.resetCounts()
        return 0

    def read_level(self):
        """read_level() -> 0 or 1."""
        return self._interrupt.level()

    def __repr__(self):
        return "<ExtInt line=%d>" % self._line


def _refuse_of_model(number, mode):
    line = None
    if not _host.hasInterrupt(number):
        line = "the %s has no interrupt at GPIO%d: it has them at GPIO%s" % (
            _host.modelName(), number, _host.shownInterrupts(),
        )  # fmt: skip
    elif mode == ExtInt.IRQ_RISING_FALLING and _host.family() in _NO_BOTH_EDGES:
        line = "an interrupt of the %s is for one edge: IRQ_RISING or IRQ_FALLING" % _host.modelName()
    if line:
        error = ValueError("Interrupt initialization failed")
        error.hint = "no-pin", line
        raise error


def _nothing(event):
    """What is called where the script gives no function."""


_pin._name_pins(ExtInt)

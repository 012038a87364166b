"""machine.Pin - the pins. Documentation: facts-board.md B2.1 to B2.9."""

_DIRECTIONS = (0, 1)
_PULLS = (0, 1, 2)
_LEVELS = (0, 1)
_NO_LEVEL = "invalid pin value, range{0:PIN_LEVEL_LOW, 1:PIN_LEVEL_HIGH}"
_GPIOS = frozenset(_host.gpios())
_pins = {}  # one object for each number (B2.4)


class _Numbers(type):
    """The class of Pin: a name GPIOn that the module lacks is told of."""

    def __getattr__(cls, name):
        error = AttributeError("type object '%s' has no attribute '%s'" % (cls.__name__, name))
        if name.startswith("GPIO") and name[4:].isdigit():
            error.hint = _lacks(int(name[4:]))
        raise error


def _lacks(number):
    """The code and the line about a pin that there is none of."""
    return "no-pin", "the %s has no GPIO%s: it has GPIO%s" % (_host.modelName(), number, _host.shownGpios())


def _number(value, text):
    """A pin's number; ValueError with this text."""
    if value not in _GPIOS:
        error = ValueError(text)
        if isinstance(value, int):
            error.hint = _lacks(value)
        raise error
    return int(value)


def _name_pins(cls):
    """Gives a class the names of the module's pins."""
    for each in _GPIOS:
        setattr(cls, "GPIO%d" % each, each)


class Pin(metaclass=_Numbers):
    """Pin(GPIOn, direction=OUT, pullMode=PULL_DISABLE, level=0) -> a pin: the same object for the same number.

    ValueError for a pin that the module lacks, and for another direction, pull or level. The last three also go by the names
    of the firmware's: dir, pull, value. A bare Pin(5) drives the pin low (B2.1).
    """

    IN, OUT = _DIRECTIONS
    PULL_DISABLE, PULL_PU, PULL_PD = _PULLS

    def __new__(cls, GPIOn, dir=1, pull=0, value=0):
        number = _number(GPIOn, "invalid pin")
        pin = _pins.get(number)
        if pin is None:
            pin = object.__new__(cls)
            host = _host.pin(number)
            pin._line, pin._pin = number, host
            pin._level, pin._write = host.level, host.write  # looking them up takes longer than calling them
            if cls.write is Pin.write:
                pin.write = pin._write  # no call of Python's between: half of the time
        pin.init(dir, pull, value)
        _pins[number] = pin
        return pin

    def init(self, dir=1, pull=0, value=0):
        """init(dir=OUT, pull=PULL_DISABLE, value=0): sets the pin up anew. Not documented; in the firmware (B2.5)."""
        if dir not in _DIRECTIONS:
            raise ValueError("invalid pin dir, range{0:dir in, 1:dir out}")
        if pull not in _PULLS:
            raise ValueError("invalid pin pull, range{0:PIN_PULL_DISABLE, 1:PIN_PULL_PU, 2:PIN_PULL_PD}")
        if value not in _LEVELS:
            raise ValueError(_NO_LEVEL)
        self._pin.set(int(dir), int(pull), int(value))

    def read(self, *level):
        """read() -> 0 or 1. With an argument it is written, as in the firmware (B2.5)."""
        if not level:
            return self._level()
        self.value(*level)

    def write(self, value):
        """write(value) -> 0; ValueError for another than 0 and 1. An input keeps its level (B2.6)."""
        return self._write(value)

    def value(self, *level):
        """value() -> 0 or 1; value(level) writes it. Not documented; in the firmware (B2.5)."""
        if not level:
            return self._level()
        (value,) = level
        self._write(1 if value else 0)

    def __call__(self, *level):
        """pin() -> 0 or 1; pin(level) writes it. Not documented; in the firmware (B2.5)."""
        return self.value(*level)

    def on(self):
        """on(): writes 1. Not documented; in the firmware (B2.5)."""
        self._write(1)

    def off(self):
        """off(): writes 0. Not documented; in the firmware (B2.5)."""
        self._write(0)

    def set_dir(self, value):
        """set_dir(value) -> 0: Pin.IN or Pin.OUT; ValueError for another."""
        if value not in _DIRECTIONS:
            raise ValueError("Invalid direction parameter")
        self._pin.turn(int(value))
        return 0

    def get_dir(self):
        """get_dir() -> 0 IN, 1 OUT."""
        return self._pin.direction()

    def __repr__(self):
        return "<Pin(%d)>" % self._line


_name_pins(Pin)

"""machine.Key - a key at a pin: short, double and long presses. Of the newest firmware; documentation: facts-board.md B2.103."""

_pin = _device.library("machine/pin")


class Key:
    """Key(gpio, pull, press_level, long_press, double_click, callback, short_press=50) -> a key at a pin.

    callback([gpio, event]): 1 a short press, 2 a double one, 3 a long one, which is told when it has lasted long_press seconds.
    double_click: within how many ms a second press counts, 0 for never; short_press: how many ms a press lasts at least.
    ValueError for a pin that the module lacks; the firmware's other checks are not known.
    """

    def __init__(self, gpio, pull, press_level, long_press, double_click, callback, short_press=50):
        number = _pin._number(gpio, "invalid pin")
        if pull not in (0, 1, 2) or press_level not in (0, 1):
            raise ValueError("invalid parameter")
        self._key = _host.key(number)
        lengths = [int(short_press), int(long_press * 1000), int(double_click)]
        self._key.watch(int(pull), int(press_level), lengths, lambda event: callback(event))

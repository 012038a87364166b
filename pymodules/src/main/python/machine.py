"""machine - what the module reaches beside its radio: pins, timers, serial ports, buses. Documentation: facts-board.md B2.1 to B2.9.

Each class is in a part of its own, which is loaded when a script names it first.
"""

_PARTS = {
    "ExtInt": "ext_int",
    "I2C": "i2c",
    "I2C_simulation": "i2c",
    "Key": "key",
    "KeyPad": "keypad",
    "LCD": "lcd",
    "NANDFLASH": "nandflash",
    "OneWire": "one_wire",
    "Pin": "pin",
    "RTC": "rtc",
    "SPI": "spi",
    "SoftSPI": "spi",
    "Timer": "timer",
    "UART": "uart",
    "WDT": "wdt",
}

_LACKING = tuple(_host.lacking())  # of this model: classes, and their methods

__all__ = ("SoftReset", *[each for each in _PARTS if each not in _LACKING])


def SoftReset():
    """SoftReset(): starts the interpreter again; the module stays on. At a prompt and in tests, as sys.exit(). Not documented."""
    _host.resetSoftly()
    raise SystemExit(0)


def __getattr__(name):
    if name not in __all__:
        raise AttributeError("module 'machine' has no attribute '%s'" % name)
    value = globals()[name] = getattr(_device.library("machine/" + _PARTS[name]), name)
    for each in _LACKING:
        owner, _, method = each.partition(".")
        if owner == name:
            delattr(value, method)
    return value


def __dir__():
    return ["__name__", *__all__]

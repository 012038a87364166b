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
    "OneWire": "one_wire",
    "Pin": "pin",
    "RTC": "rtc",
    "SPI": "spi",
    "SoftSPI": "spi",
    "Timer": "timer",
    "UART": "uart",
    "WDT": "wdt",
}

__all__ = tuple(_PARTS)


def __getattr__(name):
    part = _PARTS.get(name)
    if part is None:
        raise AttributeError("module 'machine' has no attribute '%s'" % name)
    value = globals()[name] = getattr(_device.library("machine/" + part), name)
    return value


def __dir__():
    return ["__name__", *_PARTS]

"""machine - the module's pins, interrupts, timers, serial ports, clock and watchdog. Documentation: facts-board.md B2.1 to B2.9.

Each class is in a part of its own, which is loaded when a script names it first.
"""

_PARTS = {
    "ExtInt": "ext_int",
    "Key": "key",
    "KeyPad": "keypad",
    "Pin": "pin",
    "RTC": "rtc",
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

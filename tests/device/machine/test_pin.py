"""machine.Pin, by the facts of facts-board.md B2.1 to B2.9."""

import machine
from machine import Pin

from qpytest import board


def refused(make, *arguments):
    try:
        make(*arguments)
    except (ValueError, TypeError, AttributeError) as e:
        return type(e).__name__ + ": " + str(e)
    raise AssertionError("not refused")


def test_a_bare_pin_drives_low():
    """B2.1"""
    board.pin(5).set(1)
    pin = Pin(5)
    assert (pin.get_dir(), pin.read()) == (Pin.OUT, 0)


def test_keywords_of_the_firmware():
    """B2.1"""
    pin = Pin(6, dir=Pin.IN, pull=Pin.PULL_PU, value=0)
    assert (pin.get_dir(), pin.read()) == (0, 1)


def test_constants():
    """B2.2"""
    assert (Pin.IN, Pin.OUT, Pin.PULL_DISABLE, Pin.PULL_PU, Pin.PULL_PD) == (0, 1, 0, 1, 2)
    assert (Pin.GPIO1, Pin.GPIO41, Pin.GPIO50) == (1, 41, 50)
    assert refused(lambda: Pin.GPIO99) == "AttributeError: type object 'Pin' has no attribute 'GPIO99'"
    assert refused(lambda: Pin.IN_OUT) == "AttributeError: type object 'Pin' has no attribute 'IN_OUT'"


def test_what_is_refused():
    """B2.3"""
    for number in (0, -1, 99, 1.5, None, "5"):
        assert refused(Pin, number, 0, 0, 0) == "ValueError: invalid pin", number
    assert refused(Pin, 1, 2, 0, 0) == "ValueError: invalid pin dir, range{0:dir in, 1:dir out}"
    assert refused(Pin, 1, 0, 3, 0) == (
        "ValueError: invalid pin pull, range{0:PIN_PULL_DISABLE, 1:PIN_PULL_PU, 2:PIN_PULL_PD}")
    assert refused(Pin, 1, 0, 0, 2) == "ValueError: invalid pin value, range{0:PIN_LEVEL_LOW, 1:PIN_LEVEL_HIGH}"
    assert refused(Pin(1).write, 2) == "ValueError: invalid pin value, range{0:PIN_LEVEL_LOW, 1:PIN_LEVEL_HIGH}"
    assert refused(Pin(1).set_dir, 2) == "ValueError: Invalid direction parameter"


def test_one_object_for_each_number():
    """B2.4"""
    pin = Pin(7, Pin.OUT, Pin.PULL_DISABLE, 1)
    assert Pin(7, Pin.OUT, Pin.PULL_DISABLE, 0) is pin and pin.read() == 0
    assert Pin(8) is not pin and repr(pin) == "<Pin(7)>"


def test_calls():
    """B2.5, B2.6: the documentation's sample, then what it does not have."""
    pin = Pin(Pin.GPIO1, Pin.OUT, Pin.PULL_DISABLE, 0)
    assert [pin.write(1), pin.read(), pin.get_dir(), pin.set_dir(Pin.IN), pin.get_dir()] == [0, 1, 1, 0, 0]
    pin.init(Pin.OUT)
    assert [pin.value(), pin.value(1), pin.value(), pin(), pin(0), pin()] == [0, None, 1, 1, None, 0]
    assert [pin.on(), pin.read(), pin.off(), pin.read(), pin.read(1), pin.read()] == [None, 1, None, 0, None, 1]


def test_writing_to_an_input():
    """B2.6"""
    pin = Pin(2, Pin.IN, Pin.PULL_PD, 0)
    assert pin.write(1) == 0 and pin.read() == 0


def test_what_is_not_connected():
    """B2.8, B22.2"""
    assert board.pin(9).level == 0 and board.pin(9).direction == Pin.OUT
    assert Pin(9, Pin.IN, Pin.PULL_PU, 0).read() == 1
    assert Pin(9, Pin.IN, Pin.PULL_PD, 0).read() == 0


def test_the_modules_names():
    """B2.121, B2.122"""
    there = "Pin ExtInt UART SPI I2C I2C_simulation Timer SoftReset RTC LCD WDT KeyPad NANDFLASH Key SoftSPI OneWire"
    assert [name for name in there.split() if name not in dir(machine)] == [] and "_host" not in dir(machine)
    names = {}
    exec("from machine import *", names)
    assert names["Pin"] is Pin and "_PARTS" not in names
    assert refused(lambda: machine.reset) == "AttributeError: 'module' object has no attribute 'reset'"

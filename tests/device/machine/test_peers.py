"""Peers in Python at buses and pins are fresh for each test, and a test sets what they measure."""

from machine import I2C, ExtInt, Pin
from qpytest import board

home = Pin(Pin.GPIO22, Pin.IN, Pin.PULL_PD, 0)  # from the start, for all tests


def measure(address=0x44):
    data = bytearray(1)
    assert I2C(I2C.I2C2, I2C.FAST_MODE).read(address, b"\x01", 1, data, 1, 0) == 0
    return data[0]


def test_what_it_measures():
    assert measure() == 25
    board.i2c(2, 0x44).set(temperature=31)
    assert board.i2c(2, 0x44).kind == "peer"


def test_it_is_fresh():
    assert measure() == 25 and measure(0x45) == 25


def test_two_of_one_file_are_two_peers():
    board.i2c(2, 0x44).set(temperature=31)
    assert measure(0x45) == 25


def test_its_line_interrupts():
    calls = []
    interrupt = ExtInt(ExtInt.GPIO23, ExtInt.IRQ_RISING, ExtInt.PULL_PD, calls.append)
    interrupt.enable()
    measure()
    board.i2c(2, 0x44).set(temperature=31)
    measure()
    board.pin(23).wait(1)
    assert interrupt.read_count(0) == [1, 0]


def test_what_it_does_not_have():
    try:
        board.i2c(2, 0x44).set(humidity=31)
    except AssertionError as e:
        assert str(e) == "peer: its Peer has no attribute 'humidity'"
    else:
        raise AssertionError


def test_a_pin_that_was_set_up_before():
    step = Pin(Pin.GPIO21, Pin.OUT, Pin.PULL_DISABLE, 0)
    assert home.read() == 1
    step.write(1)
    board.pin(22).wait(0, timeout=0.1)


def test_a_pin_that_was_set_up_before_again():
    test_a_pin_that_was_set_up_before()

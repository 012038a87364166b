"""The guard, with a parcel that a test knocks."""

import _thread
from machine import I2C
from qpytest import board, clock, device

from usr import lis3dh, main

SENSOR = board.i2c(1, 0x19)


def knock(g, seconds=0.1):
    SENSOR.set(x=g)
    clock.advance(seconds)
    SENSOR.set(x=0)
    clock.advance(1)


def started():
    _thread.start_new_thread(main.run, ())
    clock.advance(1)


def test_it_hangs_still():
    started()
    clock.advance(3600)
    assert device.output() == "" and board.pin("GPIO6").level == 0


def test_knocks():
    started()
    knock(3)
    knock(-2.5)
    assert device.output() == "knock 1: 3.0 g\nknock 2: 2.5 g\n"


def test_a_push_is_no_knock():
    started()
    knock(1.9)
    assert device.output() == ""


def test_a_long_fall_is_one_knock():
    started()
    knock(3.5, seconds=2)
    assert device.output() == "knock 1: 3.5 g\n"


def test_what_it_measures():
    sensor = lis3dh.Lis3dh(I2C(I2C.I2C1, I2C.STANDARD_MODE))
    assert [round(each, 3) for each in sensor.acceleration()] == [0, 0, 1]
    SENSOR.set(x=0.5, y=-0.25, z=3.5)
    assert [round(each, 3) for each in sensor.acceleration()] == [0.5, -0.25, 3.5]


def test_a_sensor_that_is_not_there():
    try:
        lis3dh.Lis3dh(I2C(I2C.I2C1, I2C.STANDARD_MODE), 0x18)
    except OSError as e:
        assert str(e) == "no LIS3DH at 0x18"
    else:
        assert False

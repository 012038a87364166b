"""qpytest.board: what is on the buses."""

import ustruct
import utime
from machine import I2C, I2C_simulation, OneWire, SPI
from qpytest import board, clock


def fails(function, *arguments, **named):
    try:
        function(*arguments, **named)
    except AssertionError as e:
        return str(e)
    raise Exception("no AssertionError")


def climate(bus):
    data = bytearray(6)
    assert bus.read(0x44, b"\x24\x00", 2, data, 6, 20) == 0
    temperature, humidity = ustruct.unpack(">HxH", data)
    return round(-45 + 175 * temperature / 65535, 2), round(100 * humidity / 65535, 2)


def test_a_sensor():
    bus = I2C(I2C.I2C1, I2C.FAST_MODE)
    sensor = board.i2c(1, 0x44)
    assert sensor.kind == "sht3x" and sensor.values == {"temperature": 25.0, "humidity": 50.0}
    assert climate(bus) == (25.0, 50.0)
    sensor.set(temperature=21.5, humidity=40)
    assert climate(bus) == (21.5, 40.0) and board.i2c(1, 0x44).values == {"temperature": 21.5, "humidity": 40.0}
    sensor.set(temperature=-45)
    assert climate(bus) == (-45.0, 40.0)


def test_a_sensor_is_as_before():
    assert climate(I2C(1, 0)) == (25.0, 50.0)


def test_a_sensor_at_pins():
    board.i2c("simulation", 0x44).set(humidity=0)
    bus, data = I2C_simulation(1, 2, 400000), bytearray(6)
    bus.write(0x44, b"\x24\x00", 2, b"", 0)
    utime.sleep_ms(15)
    assert bus.read(0x44, b"", 0, data, 6, 0) == 0 and data[3:5] == b"\x00\x00"


def test_an_acceleration():
    bus, axes = I2C(1, 0), bytearray(6)
    bus.write(0x19, b"\x20", 1, b"\x57", 1)
    bus.write(0x19, b"\x23", 1, b"\x18", 1)  # 4 g, twelve bits
    board.i2c(1, 0x19).set(x=-3.5, y=0.5, z=9)
    bus.read(0x19, b"\xa8", 1, axes, 6, 0)
    assert ustruct.unpack("<hhh", axes) == (-1750 << 4, 250 << 4, 2047 << 4)


def test_what_a_memory_holds():
    I2C(0, 0).write(0x50, b"\x00", 1, b"kept", 4)
    clock.advance(0.01)
    data = bytearray(4)
    assert I2C(0, 0).read(0x50, b"\x00", 1, data, 4, 0) == 0 and data == b"kept"


def test_a_memory_is_as_before():
    data = bytearray(4)
    assert I2C(0, 0).read(0x50, b"\x00", 1, data, 4, 0) == 0 and data == b"\xff" * 4


def test_a_temperature_on_one_wire():
    line = OneWire(5)
    board.onewire(5).set(temperature=-10.5)
    line.reset()
    line.write(b"\xcc\x44")
    clock.advance(1)
    line.reset()
    line.write(b"\xcc\xbe")
    assert ustruct.unpack("<h", line.read(2))[0] / 16 == -10.5


def test_a_loopback():
    received = bytearray(3)
    assert board.spi(0).kind == "loopback" and board.spi(0).values == {}
    assert SPI(0, 0, 0).write_read(received, b"abc", 3) == 0 and received == b"abc"


def test_no_part():
    assert fails(board.i2c, 1, 0x45) == "nothing is connected to I2C1 at 0x45"
    assert fails(board.i2c, 7, 0x44) == "nothing is connected to I2C7 at 0x44"
    assert fails(board.spi, 1) == "nothing is connected to SPI1"
    assert fails(board.onewire, 6) == "nothing is connected to GPIO6 as a one-wire line"


def test_what_a_part_does_not_measure():
    sensor = board.i2c(1, 0x44)
    assert fails(sensor.set, pressure=1) == "sht3x: no 'pressure' here: humidity, temperature"
    assert fails(sensor.set, temperature=131) == "sht3x: temperature: want -45 to 130"
    assert fails(sensor.set, humidity=float("nan")) == "sht3x: humidity: want 0 to 100"
    assert fails(board.spi(0).set, temperature=1) == "loopback: a loopback measures nothing"

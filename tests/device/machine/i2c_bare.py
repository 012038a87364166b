# I2C where nothing is, and what is refused (facts-board.md B2.80, B2.81, B2.84, B2.85).
import utime
from machine import I2C, I2C_simulation

bus = I2C(1, 0)
data = bytearray(b"abc")
print(bus.read(0x29, b"\x00", 1, data, 3, 10), data, bus.write(0x29, b"\x00", 1, b"\x01", 1))
print(bus.read(0x88, bytearray(0x00), 0, data, 3, 0), bus.write(-1, b"", 0, b"", 0), bus.write(1 << 20, b"", 0, b"", 0))
print(bus.read(0x19, b"\x0f\x20", 1, data, 99, 0), data[0])  # lengths beyond the buffers'
print(bus.read(0x19, b"\x0f", 99, data, 1, 0), bus.read(0x19, b"\x0f", -1, data, -1, -1))
for call in (
    lambda: I2C(4, 0),
    lambda: I2C(-1, 0),
    lambda: I2C("1", 0),
    lambda: I2C(1, 2),
    lambda: I2C(1),
    lambda: I2C.I2C4,
    lambda: I2C_simulation(1, 2, 0),
    lambda: I2C_simulation(1, 2, 1000001),
    lambda: I2C_simulation(99, 2, 100000),
    lambda: bus.write("0x44", b"", 0, b"", 0),
    lambda: bus.write(0x19, 5, 1, b"", 0),
    lambda: bus.write(0x19, b"", 0, b""),
    lambda: bus.read(0x19, b"", 0, b"read only", 3, 0),
):
    try:
        print(call())
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e if isinstance(e, ValueError) else "")


# The vendor's driver of the AHT10 does not look at what it gets, and computes from zeros: 0 % and -50 degrees.
raw = bytearray(6)
ret = bus.read(0x39, bytearray(0x00), 0, raw, 6, 50)
print("ret", ret, (raw[1] << 12 | raw[2] << 4 | raw[3] >> 4) * 100.0 / (1 << 20), (raw[5] | raw[4] << 8) * 200.0 / (1 << 20) - 50)

# The vendor's driver of a GNSS receiver asks for 1024 bytes at once (B2.86).
big = bytearray(1024)
print(bus.read(0x19, b"\xa8", 1, big, 1024, 0), len(big))

# Only one bus of pins, of the last object's: both reach what is there.
first, second = I2C_simulation(1, 2, 100000), I2C_simulation(I2C_simulation.GPIO3, I2C_simulation.GPIO4, 400000)
print(first.write(0x44, b"\x24\x00", 2, b"", 0), second.write(0x45, b"\x24\x00", 2, b"", 0))


def length(mode, count):
    before = utime.ticks_us()
    I2C(id=1, fastmode=mode).read(0x19, b"\xa8", 1, bytearray(count), count, 0)
    return utime.ticks_diff(utime.ticks_us(), before)


print(length(I2C.STANDARD_MODE, 97), length(I2C.FAST_MODE, 97), length(True, 97))  # facts-board.md B2.80

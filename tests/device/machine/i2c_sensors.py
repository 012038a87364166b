# Sensors on I2C: what their registers say, and when (facts-board.md B2.82, B2.83, B22.9).
import utime
import ustruct
from machine import I2C, I2C_simulation


def crc(data):
    value = 0xFF
    for each in data:
        value ^= each
        for _ in range(8):
            value = ((value << 1) ^ 0x31) & 0xFF if value & 0x80 else (value << 1) & 0xFF
    return value


def climate(data):
    assert crc(data[:2]) == data[2] and crc(data[3:5]) == data[5], data
    temperature, humidity = ustruct.unpack(">HxH", data)
    return round(-45 + 175 * temperature / 65535, 2), round(100 * humidity / 65535, 2)


none = bytearray(0x00)  # no register is named (B2.82)
bus = I2C(I2C.I2C1, I2C.STANDARD_MODE)
print(I2C.STANDARD_MODE, I2C.FAST_MODE)

print("sht3x")
data = bytearray(6)
print(bus.read(0x44, b"\x24\x00", 2, data, 6, 20), climate(data))
print(bus.write(0x44, b"\x24\x00", 2, none, 0), bus.read(0x44, none, 0, data, 6, 0))  # not ready: no acknowledge
utime.sleep_ms(16)
print(bus.read(0x44, none, 0, data, 6, 0), bus.read(0x44, none, 0, data, 6, 0))  # each result once
before = utime.ticks_ms()
print(bus.read(0x44, b"\x2c\x06", 2, data, 6, 0), utime.ticks_diff(utime.ticks_ms(), before) >= 15)  # holds the clock
status = bytearray(3)
print(bus.read(0x44, b"\xf3\x2d", 2, status, 3, 0), status[:2], crc(status[:2]) == status[2])
print(bus.write(0x44, b"\x30\x41", 2, none, 0), bus.read(0x44, b"\xf3\x2d", 2, status, 3, 0), status[:2])
print(bus.write(0x44, b"\x21\x30", 2, none, 0), bus.read(0x44, b"\xe0\x00", 2, data, 6, 0))
utime.sleep(1)
print(bus.read(0x44, b"\xe0\x00", 2, data, 6, 0), climate(data), bus.read(0x44, b"\xe0\x00", 2, data, 6, 0))
print(bus.write(0x44, b"\x12\x34", 2, none, 0))

print("aht10")
print(bus.write(0x38, none, 0, bytearray([0xE1, 0x08, 0x00]), 3))
print(bus.write(0x38, none, 0, bytearray([0xAC, 0x33, 0x00]), 3), bus.read(0x38, none, 0, data, 6, 0), data[0] >> 7)
utime.sleep_ms(80)
print(bus.read(0x38, none, 0, data, 6, 0), data)
humidity = data[1] << 12 | data[2] << 4 | data[3] >> 4
temperature = (data[3] & 15) << 16 | data[4] << 8 | data[5]
print(round(humidity * 100 / (1 << 20), 2), round(temperature * 200 / (1 << 20) - 50, 2))

print("lis3dh")
one = bytearray(1)
print(bus.read(0x19, b"\x0f", 1, one, 1, 0), hex(one[0]))
axes = bytearray(6)
bus.read(0x19, b"\xa8", 1, axes, 6, 0)
print(axes)  # it sleeps
print(bus.write(0x19, b"\x20", 1, b"\x57", 1), bus.write(0x19, b"\x23", 1, b"\x08", 1))
bus.read(0x19, b"\xa8", 1, axes, 6, 0)
print(ustruct.unpack("<hhh", axes))
bus.read(0x19, b"\x27", 1, one, 1, 0)
print(hex(one[0]))
print(bus.write(0x19, b"\x32", 1, b"\x10", 1), bus.write(0x19, b"\x30", 1, b"\x2a", 1))
bus.read(0x19, b"\x31", 1, one, 1, 0)
print(hex(one[0]))

print("bmp280")
print(bus.read(0x76, b"\xd0", 1, one, 1, 0), hex(one[0]))
coefficients = bytearray(24)
bus.read(0x76, b"\x88", 1, coefficients, 24, 0)
t1, t2, t3, p1, p2, p3, p4, p5, p6, p7, p8, p9 = ustruct.unpack("<HhhHhhhhhhhh", coefficients)
bus.write(0x76, b"\xf4", 1, b"\x27", 1)
raw = bytearray(6)
bus.read(0x76, b"\xf7", 1, raw, 6, 0)
pressure = raw[0] << 12 | raw[1] << 4 | raw[2] >> 4
temperature = raw[3] << 12 | raw[4] << 4 | raw[5] >> 4
# The data sheet's formulas for whole numbers.
a = ((((temperature >> 3) - (t1 << 1))) * t2) >> 11
b = (((((temperature >> 4) - t1) * ((temperature >> 4) - t1)) >> 12) * t3) >> 14
fine = a + b
print((fine * 5 + 128) >> 8)
a = fine - 128000
b = a * a * p6
b += (a * p5) << 17
b += p4 << 35
a = ((a * a * p3) >> 8) + ((a * p2) << 12)
a = (((1 << 47) + a) * p1) >> 33
p = 1048576 - pressure
p = (((p << 31) - b) * 3125) // a
a = (p9 * (p >> 13) * (p >> 13)) >> 25
b = (p8 * p) >> 19
p = ((p + a + b) >> 8) + (p7 << 4)
print(round(p / 25600, 1))

print("at24c02")
bus = I2C(I2C.I2C0, I2C.FAST_MODE)
text = bytearray(4)
print(bus.read(0x50, b"\x06", 1, text, 4, 0), text)
print(bus.write(0x50, b"\x06", 1, b"abcd", 4), bus.read(0x50, b"\x06", 1, text, 4, 0))  # it writes
utime.sleep_ms(6)
page = bytearray(8)
print(bus.read(0x50, b"\x00", 1, page, 8, 0), page)  # the page's end is its begin
print(bus.read(0x50, b"\x06", 1, text, 2, 0), text)

print("pins")
bus = I2C_simulation(I2C_simulation.GPIO10, I2C_simulation.GPIO11, 100000)
print(bus.write(0x44, b"\x24\x00", 2, none, 0))
utime.sleep_ms(16)
print(bus.read(0x44, none, 0, data, 6, 0), climate(data), bus.write(0x45, b"\x24\x00", 2, none, 0))

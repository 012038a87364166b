# A DS18B20 at a one-wire line (facts-board.md B2.94).
import ustruct
import utime
from machine import OneWire


def crc(data):
    value = 0
    for each in data:
        value ^= each
        for _ in range(8):
            value = value >> 1 ^ 0x8C if value & 1 else value >> 1
    return value


def scratchpad():
    line.reset()
    line.write(b"\xcc\xbe")
    data = line.read(9)
    assert crc(data) == 0, data
    return data


line = OneWire(5)
print(line.reset(), line.write(b"\x33"))
rom = line.read(8)
print(rom[0] == 0x28, crc(rom))
data = scratchpad()
print(ustruct.unpack("<h", data[:2])[0] / 16, data[2:5])  # before the first measurement
line.reset()
print(line.write(b"\x55" + rom + b"\x44"), line.read(1))  # busy
utime.sleep_ms(750)
print(line.read(1), ustruct.unpack("<h", scratchpad()[:2])[0] / 16)
line.reset()
line.write(b"\xcc\x4e\x01\x02\x1f")  # nine bits
print(scratchpad()[2:5])
line.reset()
line.write(b"\xcc\x44")
utime.sleep_ms(94)
print(line.read(1))
line.reset()
line.write(b"\x55" + bytes(8) + b"\xbe")  # another's number
print(line.read(2))
bare = OneWire(6)
print(bare.reset(), bare.write(b"\xcc"), bare.read(2), bare.read(0), bare.read(-1))
for call in (lambda: OneWire(99), lambda: OneWire(), lambda: line.write(5), lambda: line.read("2")):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__)

# What a peer fails at is the bus's failure for the script, and the device goes on.
import utime
from machine import I2C, SPI, UART, OneWire, Pin

bus = I2C(I2C.I2C1, I2C.STANDARD_MODE)
none, data = b"", bytearray(b"....")


def timed(call):
    before = utime.ticks_ms()
    result = call()
    return result, utime.ticks_diff(utime.ticks_ms(), before) // 1000


for word in (b"good", b"raise", b"number", b"refuse", b"never", b"good"):
    print(word, timed(lambda: bus.write(0x40, none, 0, word, len(word))))
    if word == b"never":
        utime.sleep(60)
print(bus.read(0x40, none, 0, data, 4, 0), bus.read(0x40, none, 0, data, 1, 0), bus.read(0x40, none, 0, data, 3, 0), data)
for address in (0x41, 0x42, 0x43, 0x44, 0x45):
    print(hex(address), timed(lambda: bus.read(address, none, 0, data, 3, 0)), timed(lambda: bus.read(address, none, 0, data, 3, 0)))
spi = SPI(0, 0, 0)
print(spi.read(data, 4), data, spi.write_read(data, b"123", 3), data)
line = OneWire(8)
print(line.reset(), line.write(b"number"), line.read(4), line.read(3))
Pin(5, Pin.OUT, Pin.PULL_DISABLE, 1)
for port in (UART(1, 9600, 8, 0, 1, 0), UART(2, 9600, 8, 0, 1, 0)):
    print(port.write("abc"))
utime.sleep(1)
print("end")

# SPI: a loopback, a flash memory that a pin selects, one on pins, and what is refused (facts-board.md B2.90 to B2.94).
import utime
from machine import Pin, SPI, SoftSPI

received = bytearray(5)
loop = SPI(0, 0, 1)
print(SPI.SPI0, SPI.SPI1)
print(loop.write_read(received, b"a\x00bcd", 5), received)  # a zero byte ends nothing (B2.92)
print(loop.write(b"abc", 3), loop.read(received, 2), received, loop.write_read(received, b"12", 99), received)
before = utime.ticks_us()
SPI(0, 0, 0).write(bytes(8125), 8125)
print(utime.ticks_diff(utime.ticks_us(), before))  # 812.5 kHz (B2.91)

flash, select = SPI(SPI.SPI1, 0, 2), Pin(6, Pin.OUT, Pin.PULL_PU, 1)
print(flash.read(received, 5), received)  # it is not selected


def command(data, count=0):
    select.write(0)
    flash.write(data, len(data))
    received = bytearray(count)
    if count:
        flash.read(received, count)
    select.write(1)
    return bytes(received)


def wait():
    before = utime.ticks_ms()
    while command(b"\x05", 1)[0] & 1:
        utime.sleep_ms(1)
    return utime.ticks_diff(utime.ticks_ms(), before)


print(command(b"\x9f", 3), command(b"\x90\x00\x00\x00", 2), command(b"\xab\x00\x00\x00", 1))
print(command(b"\x03\x00\x10\xfc", 8))
command(b"\x02\x00\x10\xfclost")
print(command(b"\x05", 1), command(b"\x03\x00\x10\xfc", 4))  # it was not enabled
command(b"\x06")
print(command(b"\x05", 1))
command(b"\x02\x00\x10\xfcabcdef")  # round, in its page
print(command(b"\x05", 1), command(b"\x03\x00\x10\xfc", 4), wait() >= 1)
print(command(b"\x03\x00\x10\xfc", 6), command(b"\x0b\x00\x10\x00\x00", 3))
command(b"\x06")
command(b"\x02\x00\x10\xfc\x0f")  # bits become 0 only
wait()
print(command(b"\x03\x00\x10\xfc", 1))
command(b"\x06")
command(b"\x20\x00\x12\x34")
print(wait() >= 45, command(b"\x03\x00\x10\xfc", 6))

# B2.94
soft = SoftSPI(10, 11, 12, 13)
received = bytearray(4)
print(soft.write_read(received, b"\x9f\x00\x00\x00", 4), received)
soft = SoftSPI(gpio_clk=SoftSPI.GPIO14, gpio_cs=SoftSPI.GPIO11, gpio_mosi=SoftSPI.GPIO12, wire_type=SoftSPI.WIRE_3, speed=0)
before = utime.ticks_us()
soft.write(bytes(625), 625)
print(utime.ticks_diff(utime.ticks_us(), before), SoftSPI.LOW, SoftSPI.HIGH, SoftSPI.WIRE_4)  # facts-board.md B2.94
received = bytearray(1)
print(soft.write_read(received, b"\x9f", 1), received)  # sent and then received, by one line
received = bytearray(4)
bare = SPI(2, 3, 6)  # nothing is connected, and nothing fails (B2.93)
print(bare.write(b"abc", 3), bare.read(received, 4), received)
for call in (
    lambda: SPI(4, 0, 0),  # B2.90
    lambda: SPI(0, 4, 0),
    lambda: SPI(0, 0, 10),
    lambda: SPI(0, 0),
    lambda: SPI.SPI9,
    lambda: SoftSPI(99, 1, 2),
    lambda: SoftSPI(1, 2, 3, speed=2),
    lambda: SoftSPI(1, 2, 3, mode=4),
    lambda: SoftSPI.GPIO99,
    lambda: loop.write(5, 1),
    lambda: loop.read(b"read only", 1),
    lambda: (loop.write(b"abc", -1), loop.read(bytearray(1), -1)),
):
    try:
        print(call())
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e if isinstance(e, ValueError) else "")

# Bytes take their time: ten bits a byte at 8N1. Reading never waits (facts-board.md B2.24, B2.25, B2.26, B23.5).
import utime
from machine import UART

port = UART(UART.UART2, 9600, 8, 0, 1, 0)
print(port.read(), port.read(min(5, port.any())).decode() == "", port.read(5), port.read(0), port.readline(), port.any())
start = utime.ticks_ms()
print(port.write(b"0123456789"), port.any(), utime.ticks_diff(utime.ticks_ms(), start))
while port.any() < 10:
    utime.sleep_ms(1)
print(utime.ticks_diff(utime.ticks_ms(), start), "ms")
print(port.read(3), port.any(), port.read(100), port.any())

print(port.write("One\nTwo\nThr€e"))
utime.sleep_ms(20)
print(port.readline(), port.readline(2), [line for line in port])
port.write(bytearray(b"abcdef"))
utime.sleep_ms(10)
into = bytearray(4)
print(port.readinto(into), into, port.readinto(into, 1), into, port.readOnce(), port.readinto(into))
print(port.writeOnce(memoryview(b"xy")))
utime.sleep_ms(10)
for bad in (None, 5, [1]):
    try:
        port.write(bad)
    except TypeError as e:
        print("TypeError", e)

# At 7 data bits the eighth is not on the line, at even parity and two stop bits a byte has 11.
port = UART(UART.UART2, 300, 7, 1, 2, 0)
start = utime.ticks_ms()
port.write(b"\xc1" * 30)
while port.any() < 30:
    pass
print(port.read(), 1100 <= utime.ticks_diff(utime.ticks_ms(), start) <= 1111)

# Closed: None, as the firmware's source has it.
print(port.close(), port.any(), port.read(), port.read(1), port.write(b"x"), port.close())

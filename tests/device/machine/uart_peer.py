# A peer in Python answers in the device's time; what it fails at ends neither it nor the script.
import utime
from machine import UART

port = UART(UART.UART5, 9600, 8, 0, 1, 0)
start = utime.ticks_ms()


def answer():
    line = b""
    while not line.endswith(b"\n"):
        utime.sleep_ms(1)
        line += port.read()
    return line


port.write(b"READ\n")
print(answer())
took = utime.ticks_diff(utime.ticks_ms(), start)
print(212 <= took <= 216)
port.write(b"BAD\n")
utime.sleep_ms(500)
print(port.any())
port.write(b"READ AGAIN\n")
print(answer(), answer())
print(utime.ticks_diff(utime.ticks_ms(), start) // 100)

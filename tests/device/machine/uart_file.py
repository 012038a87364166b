# A file at a port comes once, at the port's rate, as from a GNSS receiver.
import utime
from machine import UART

port = UART(UART.UART0, 9600, 8, 0, 1, 0)
start = utime.ticks_ms()
lines = []
line = b""
while len(lines) < 2:
    line += port.readline()
    if line.endswith(b"\n"):
        lines.append(line)
        line = b""
    utime.sleep_ms(1)
print(lines)
print(abs(utime.ticks_diff(utime.ticks_ms(), start) - sum([len(each) for each in lines]) * 1.0417) < 3)
utime.sleep(1)
print(port.read())

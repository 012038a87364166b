# 10,000 bytes at 9600 baud take 10.4 s, whoever receives them; write() splits what is longer than 512 (facts-board.md B2.28).
import utime
from machine import UART

port = UART(UART.UART2, 9600, 8, 0, 1, 0)
received = 0
calls = []


def on_data(para):
    global received
    calls.append((para[0], para[1]))
    received += len(port.read(para[2]))


print(port.set_callback(on_data))
start = utime.ticks_ms()
print(port.write(bytes(10000)))
while received < 10000:
    utime.sleep_ms(1)
took = utime.ticks_diff(utime.ticks_ms(), start)
print(10312 <= took <= 10520, port.any(), set(calls))
port.close()

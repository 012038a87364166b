"""Sends bytes through a port that is connected to itself, and reads them: a line for each round. For virtual time."""

import utime
from machine import UART

ROUNDS = 12
BYTES = 400000
CHUNK = bytes(range(256)) * 4

port = UART(UART.UART2, 921600, 8, 0, 1, 0)
print("ready")
for _ in range(ROUNDS):
    came = 0
    for _ in range(BYTES // len(CHUNK)):
        port.write(CHUNK)
        utime.sleep_ms(6)  # what is left of the chunk
        came += len(port.read())
    print(came)

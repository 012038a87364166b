"""Reads a register of a sensor at 400 kHz again and again: a line for each round."""

from machine import I2C

ROUNDS = 12
READS = 2000

bus = I2C(I2C.I2C1, I2C.FAST_MODE)
register, data = b"\x0f", bytearray(1)
print("ready")
for _ in range(ROUNDS):
    for _ in range(READS):
        bus.read(0x19, register, 1, data, 1, 0)
    print(data[0])

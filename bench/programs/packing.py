"""Sensor records packed and unpacked."""
import struct


def work():
    total = 0
    for i in range(1000):
        record = struct.pack("<HhIf", i, -i, i * i, i / 4)
        total += sum(struct.unpack("<HhIf", record))
    return total

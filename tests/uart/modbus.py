"""A Modbus RTU master over a serial port."""

import ustruct
import utime


def crc(data):
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    return ustruct.pack("<H", value)


def read_holding(port, unit, address, count, patience=1000):
    """The registers; None where no answer comes, or a wrong one."""
    frame = ustruct.pack(">BBHH", unit, 3, address, count)
    port.read()
    port.write(frame + crc(frame))
    size = 5 + 2 * count
    for _ in range(patience):
        utime.sleep_ms(1)
        if port.any() >= size:
            break
    answer = port.read()
    if len(answer) != size or crc(answer[:-2]) != answer[-2:]:
        return None
    return ustruct.unpack(">%dH" % count, answer[3:-2])

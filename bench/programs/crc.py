"""CRC-16/MODBUS over a frame, bit by bit."""


def crc16(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            if crc & 1:
                crc = (crc >> 1) ^ 0xA001
            else:
                crc >>= 1
    return crc


FRAME = bytes(range(256)) * 4


def work():
    return crc16(FRAME)

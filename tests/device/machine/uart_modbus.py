# A Modbus RTU master and the slave of uart_registers.toml: functions 1 to 6, 15 and 16, and the exceptions.
import ubinascii
import ustruct
import utime
from machine import UART

port = UART(UART.UART1, 9600, 8, 0, 1, 0)


def crc(data):
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ 0xA001 if value & 1 else value >> 1
    return ustruct.pack("<H", value)


def ask(unit, content):
    frame = bytes([unit]) + content
    port.write(frame + crc(frame))
    utime.sleep_ms(300)
    answer = port.read()
    if answer and crc(answer[:-2]) != answer[-2:]:
        return "a wrong check sum"
    return ubinascii.hexlify(answer[:-2], " ").decode() if answer else None


def read(function, address, count, unit=3):
    return ask(unit, ustruct.pack(">BHH", function, address, count))


print("coils", read(1, 0, 4))
print("discrete", read(2, 5, 1))
print("holding", read(3, 0, 10))
print("float, negative", read(3, 20, 3))
print("input", read(4, 7, 1))
print("write coil", ask(3, b"\x05\x00\x01\xff\x00"), read(1, 0, 4))
print("write register", ask(3, b"\x06\x00\x02\x12\x34"), read(3, 2, 1))
print("write coils", ask(3, b"\x0f\x00\x00\x00\x04\x01\x02"), read(1, 0, 4))
print("write registers", ask(3, b"\x10\x00\x08\x00\x02\x04\x11\x11\x22\x22"), read(3, 8, 2))
print("no such function", ask(3, b"\x2b\x0e\x01\x00"))
print("no such register", read(3, 9, 2), read(4, 0, 1), read(1, 4, 1))
print("bad counts", read(3, 0, 0), read(3, 0, 126), read(1, 0, 2001))
print("bad value", ask(3, b"\x05\x00\x00\x12\x34"), ask(3, b"\x10\x00\x00\x00\x02\x02\x00\x00"), ask(3, b"\x03\x00"))
print("another unit", read(3, 0, 1, unit=4))
print("broadcast", ask(0, b"\x06\x00\x00\x00\x63"), read(3, 0, 1))
port.write(b"\x03\x03\x00\x00\x00\x01\x00\x00")
utime.sleep_ms(100)
print("a wrong check sum", port.any())

# A frame in two pieces without a pause is one; with a pause it is none.
frame = b"\x03\x03\x00\x01\x00\x01"
frame += crc(frame)
port.write(frame[:3])
port.write(frame[3:])
utime.sleep_ms(100)
print(len(port.read()))
port.write(frame[:3])
utime.sleep_ms(20)
port.write(frame[3:])
utime.sleep_ms(100)
print(port.any())

# What is wrong on the board, one thing after the other: each is told once, and the script goes on.
import utime
from machine import I2C, LCD, OneWire, Pin, SPI, UART

# Peers that fail, and do not answer (facts-board.md B2.35).
for number in range(7):
    port = UART(number, 9600, 8, 0, 1, 0)
    for _ in range(2):
        print(number, port.write(b"ask"), end=" ")
        utime.sleep(1)
        print(port.read())

# More than the port keeps (B2.28).
port = UART(5, 115200, 8, 0, 1, 0)
port.write(b"ask")
utime.sleep(1)
print(port.any(), len(port.read()), port.any())

# What the module cannot do, and what it lacks.
for number, rate in ((2, 9601), (17, 9600)):
    try:
        print(UART(number, rate, 8, 0, 1, 0))
    except ValueError as e:
        print(e)
for make in (lambda: Pin(51), lambda: getattr(Pin, "GPIO51")):
    try:
        print(make())
    except (AttributeError, ValueError) as e:
        print(e)

# One port, opened by two parts of a script (B2.23).
print(UART(6, 115200, 8, 0, 1, 0) is UART(6, 9600, 8, 0, 1, 0))

# Parts that are not there (B2.84, B2.93, B2.94).
data = bytearray(b"ab")
print(I2C(1, 0).read(0x45, b"", 0, data, 2, 0), data, I2C(1, 0).write(0x45, b"", 0, b"a", 1))
print(OneWire(5).reset(), SPI(0, 0, 0).read(data, 2), data)

# Too few pixels for a rectangle (B2.114).
lcd, on = LCD(), b"\x00\x00\x29"
print(lcd.lcd_init(b"\x00\x00\x11", 10, 10, 6500, 1, 4, 0, b"\x00\x00\x2c", on, on, None))
print(lcd.lcd_write(b"\xf8", 0, 0, 1, 1), lcd.lcd_clear(0xF800))

# What nobody catches ends the script, with one line more.
UART(2, 9601, 8, 0, 1, 0)

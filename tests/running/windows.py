"""Sets up a display as a driver of an ST7789 does, draws three windows, and ends when GPIO7 is pulled low."""

import utime
from machine import LCD, Pin

COMMAND, DATA, PAUSE = 0, 1, 2
INIT = (
    (COMMAND, 0, 0x11), (PAUSE, 0, 120),  # awake
    (COMMAND, 1, 0x36), (DATA, 1, 0x00),
    (COMMAND, 1, 0x3A), (DATA, 1, 0x05),  # 16 bits a pixel
    (COMMAND, 5, 0xB2), (DATA, 1, 0x0C), (DATA, 1, 0x0C), (DATA, 1, 0x00), (DATA, 1, 0x33), (DATA, 1, 0x33),
    (COMMAND, 1, 0xB7), (DATA, 1, 0x35),
    (COMMAND, 0, 0x21),  # such a panel is inverted as it comes
    (COMMAND, 0, 0x29),
)  # fmt: skip
WINDOW = (
    (COMMAND, 4, 0x2A), (DATA, 1, 0xF0), (DATA, 1, 0xF1), (DATA, 1, 0xE0), (DATA, 1, 0xE1),
    (COMMAND, 4, 0x2B), (DATA, 1, 0xF2), (DATA, 1, 0xF3), (DATA, 1, 0xE2), (DATA, 1, 0xE3),
    (COMMAND, 0, 0x2C),
)  # fmt: skip
WIDTH, HEIGHT = 240, 320


def triples(steps):
    return bytearray([each for step in steps for each in step])


def window(lcd, left, top, width, height, color):
    """Draws a window whose pixels are color(x, y), of its own corner."""
    pixels = bytearray(2 * width * height)
    for i in range(width * height):
        pixels[2 * i], pixels[2 * i + 1] = divmod(color(i % width, i // width), 256)
    return lcd.lcd_write(pixels, left, top, left + width - 1, top + height - 1)


lcd = LCD()
on, off = triples([(COMMAND, 0, 0x29)]), triples([(COMMAND, 0, 0x28)])
print(lcd.lcd_init(triples(INIT), WIDTH, HEIGHT, 26000, 1, 4, 0, triples(WINDOW), on, off, None), lcd.lcd_clear(0x1082))
print(
    window(lcd, 10, 20, 64, 40, lambda x, y: (x & 31) << 11 | y << 5),  # red to the right, green downwards
    window(lcd, 200, 0, 40, 16, lambda x, y: 0xF81F if (x ^ y) & 4 else 0x001F),  # up to the upper right corner
    window(lcd, 0, 319, 240, 1, lambda x, y: x * 273 & 0xFFFF),  # the last row
)
print("ready")
run = Pin(Pin.GPIO7, Pin.IN, Pin.PULL_PU, 0)
while run.read():
    utime.sleep_ms(50)

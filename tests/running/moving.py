"""Fills a display with another colour again and again, and ends when GPIO7 is pulled low."""

import utime
from machine import LCD, Pin

lcd = LCD()
on, off = b"\x00\x00\x29", b"\x00\x00\x28"
lcd.lcd_init(b"\x00\x00\x11\x00\x00\x29", 32, 24, 52000, 1, 4, 0, b"\x00\x00\x2c", on, off, None)
run = Pin(Pin.GPIO7, Pin.IN, Pin.PULL_PU, 0)
shade, is_ready = 0, False
while run.read():
    shade = (shade + 1) % 32
    lcd.lcd_clear(shade << 11)
    if not is_ready:
        print("ready")
        is_ready = True
    utime.sleep_ms(130)

# A display whose script leaves out what switches it on and off, and the light (facts-board.md B2.111).
from machine import LCD

lcd = LCD()
print(lcd.lcd_init(b"\x00\x00\x29", 240, 240, 13000, 1, 4, 0, b"\x00\x00\x2c", None, None, None), lcd.lcd_clear(0))
print(lcd.lcd_display_off(), lcd.lcd_display_on(), lcd.lcd_brightness(3), lcd.lcd_write(b"\x00\x1f", 0, 0, 0, 0))

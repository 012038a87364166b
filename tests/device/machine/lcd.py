# The display: what is set up, what is refused, what is drawn and how long it takes (facts-board.md B2.110, B2.111, B2.112,
# B2.113, B2.114, B2.115, B2.116, B23.20).
import utime
from machine import LCD

init = bytearray(b"\x00\x00\x11\x02\x00\x78\x00\x01\x36\x01\x01\x00\x00\x01\x3a\x01\x01\x05\x00\x00\x29")
window = bytearray(
    b"\x00\x04\x2a\x01\x01\xf0\x01\x01\xf1\x01\x01\xe0\x01\x01\xe1"
    b"\x00\x04\x2b\x01\x01\xf2\x01\x01\xf3\x01\x01\xe2\x01\x01\xe3\x00\x00\x2c"
)
on, off = bytearray(b"\x00\x00\x29"), bytearray(b"\x00\x00\x28")
good = [init, 240, 240, 13000, 1, 4, 0, window, on, off, None]


def outcome(call, *arguments):
    try:
        return call(*arguments)
    except (TypeError, ValueError) as e:
        return type(e).__name__ + (": " + str(e) if isinstance(e, ValueError) else "")


lcd = LCD()
print(lcd.lcd_clear(0), lcd.lcd_write(b"12", 0, 0, 0, 0), lcd.lcd_display_on(), lcd.lcd_brightness(1))
print(lcd.lcd_show("a.bin", 0, 0), lcd.lcd_write_cmd(0x2C, 1), lcd.lcd_write_data(0, 1))
for place, value in (
    (0, b""),
    (0, bytes(1001)),
    (1, 501),
    (2, 0),
    (3, 12000),
    (4, 3),
    (5, 2),
    (6, 2),
    (7, b""),
    (8, b""),
    (9, bytes(1001)),
    (10, b""),
    (0, 5),
    (1, "240"),
):
    print(place, outcome(lcd.lcd_init, *(good[:place] + [value] + good[place + 1 :])))
print(outcome(lcd.lcd_init, *good[:10]), outcome(lcd.lcd_init, *(good + [1])))
before = utime.ticks_ms()
print(lcd.lcd_init(*good), utime.ticks_diff(utime.ticks_ms(), before), LCD().lcd_init(*good))
before = utime.ticks_ms()
print(lcd.lcd_clear(0xFFFF), utime.ticks_diff(utime.ticks_ms(), before))  # 115200 bytes at 13 MHz
print(lcd.lcd_write(b"\x00\x1f" * 4, 10, 10, 11, 11), lcd.lcd_write(b"", 0, 0, 0, 0), lcd.lcd_write(b"\x00", 0, 0, 0, 0))
print(lcd.lcd_write(b"\x00\x1f" * 4, 239, 0, 240, 1), lcd.lcd_write(b"12", 5, 5, 4, 5), lcd.lcd_write(b"12", -1, 0, -1, 0))
print(lcd.lcd_write(b"12", 0, 0, 0))
print(outcome(lcd.lcd_write, 5, 0, 0, 0, 0), outcome(lcd.lcd_write, b"12", "0", 0, 0, 0), outcome(lcd.lcd_clear, "red"))
print(lcd.lcd_brightness(0), lcd.lcd_brightness(5), lcd.lcd_brightness(6), lcd.lcd_display_off(), lcd.lcd_display_on())
print(lcd.lcd_write_cmd(0x2A, 1), lcd.lcd_write_data(0x00010002, 4), outcome(lcd.lcd_write_cmd, 1, 0))
with open("/usr/big.bin", "wb") as f:
    f.write(b"\x10\x10\x00\x02\x00\x01\x01\x1b" + b"\xf8\x00\x07\xe0")
with open("/usr/little.bin", "wb") as f:
    f.write(b"\x00\x10\x02\x00\x01\x00\x01\x1b" + b"\xf8\x00\x07\xe0")
with open("/usr/raw.bin", "wb") as f:
    f.write(b"\xf8\x00\x07\xe0")
with open("/usr/bad.jpg", "wb") as f:
    f.write(b"\xff\xd8\xff\xe0no picture")
print(lcd.lcd_show("big.bin", 0, 0), lcd.lcd_show("U:/little.bin", 0, 0), lcd.lcd_show("/usr/raw.bin", 0, 0, 2, 1))
print(lcd.lcd_show("raw.bin", 0, 0, 2, 2), lcd.lcd_show("raw.bin", 0, 0), lcd.lcd_show("none.bin", 0, 0))
print(lcd.lcd_show("bad.jpg", 0, 0), lcd.lcd_show_jpg("none.jpg", 0, 0), outcome(lcd.lcd_show, "a.png", 0, 0))
print(lcd.lcd_show("colours.jpg", 100, 100), lcd.lcd_show_jpg("U:/colours.jpg", 224, 232), lcd.lcd_show("colours.jpg", 225, 0))

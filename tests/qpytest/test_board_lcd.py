"""qpytest.board.lcd: what the display shows."""

import ustruct
import uzlib
from machine import LCD
from qpytest import board

INIT = bytearray(b"\x00\x00\x11\x02\x00\x78\x00\x01\x36\x01\x01\x00\x00\x00\x21\x00\x00\x29")
WINDOW = bytearray(
    b"\x00\x04\x2a\x01\x01\xf0\x01\x01\xf1\x01\x01\xe0\x01\x01\xe1"
    b"\x00\x04\x2b\x01\x01\xf2\x01\x01\xf3\x01\x01\xe2\x01\x01\xe3\x00\x00\x2c"
)
ON, OFF = bytearray(b"\x00\x00\x29"), bytearray(b"\x00\x00\x28")


def ready():
    lcd = LCD()
    assert lcd.lcd_init(INIT, 240, 320, 52000, 1, 4, 0, WINDOW, ON, OFF, None) == 0
    return lcd


def fails(function, *arguments):
    try:
        function(*arguments)
    except AssertionError as e:
        return str(e)
    raise Exception("no AssertionError")


def test_drawing():
    lcd = ready()
    assert board.lcd.size == (240, 320) and board.lcd.pixel(0, 0) == 0
    assert lcd.lcd_clear(0x07E0) == 0 and lcd.lcd_write(b"\xf8\x00\x00\x1f", 238, 319, 239, 319) == 0
    assert board.lcd.pixel(0, 0) == 0x07E0 and board.lcd.pixel(238, 319) == 0xF800
    assert board.lcd.pixel(239, 319) == 0x001F


def test_a_display_is_as_before():
    assert LCD().lcd_clear(0) == -1 and board.lcd.pixel(239, 319) == 0 and board.lcd.brightness == 5


def test_a_screenshot():
    lcd = ready()
    lcd.lcd_write(b"\xf8\x00", 1, 0, 1, 0)
    picture = board.lcd.screenshot()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n" and ustruct.unpack(">II", picture[16:24]) == (240, 320)
    length = ustruct.unpack(">I", picture[33:37])[0]
    rows = uzlib.decompress(picture[41 : 41 + length])
    assert len(rows) == 320 * (1 + 3 * 240) and rows[:10] == b"\x00\x00\x00\x00\xff\x00\x00\x00\x00\x00"


def test_switching_and_turning():
    lcd = ready()
    lcd.lcd_clear(0xFFFF)
    assert lcd.lcd_display_off() == 0 and board.lcd.pixel(5, 5) == 0
    assert lcd.lcd_display_on() == 0 and board.lcd.pixel(5, 5) == 0xFFFF
    assert lcd.lcd_brightness(2) == 0 and board.lcd.brightness == 2
    lcd.lcd_write_cmd(0x36, 1)
    lcd.lcd_write_data(0xC0, 1)
    assert lcd.lcd_write(b"\xf8\x00", 0, 0, 0, 0) == 0 and board.lcd.pixel(239, 319) == 0xF800


def test_pictures():
    with open("/usr/a.bin", "wb") as f:
        f.write(b"\x10\x10\x00\x02\x00\x01\x01\x1b\xf8\x00\x07\xe0")
    lcd = ready()
    assert lcd.lcd_show("a.bin", 10, 20) == 0
    assert board.lcd.pixel(10, 20) == 0xF800 and board.lcd.pixel(11, 20) == 0x07E0
    assert lcd.lcd_show("U:/a.bin", 239, 0) == -1


def test_mipi():
    lcd = LCD()
    assert lcd.mipi_init(bytearray(b"\x11\x78\x00\x36\x00\x01\x00\x29\x00\x00"), width=240, hight=320) == 0
    assert lcd.lcd_clear(0xF800) == 0 and board.lcd.pixel(0, 0) == 0xF800
    assert lcd.lcd_display_off() == 0 and board.lcd.pixel(0, 0) == 0
    assert lcd.mipi_init(b"\x11\x00\x00") == -1


def test_what_is_refused():
    assert fails(board.lcd.pixel, 240, 0) == "the display has 240 x 320 pixels, none at 240, 0"
    for path in ("../out.png", "/out.png", "out.txt"):
        try:
            board.lcd.screenshot(path)
            raise Exception(path)
        except ValueError as e:
            assert "want the path of a .png file below the test's folder" in str(e)
